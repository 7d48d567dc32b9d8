export const accountTexts = {
  password: '修改密码',
  totp: '动态验证码',
  totpOn: '已启用',
  totpOff: '未启用',
  totpWhat:
    '启用后，登录时除密码外还要输入手机验证器应用上每 30 秒更换的 6 位数字。启用或停用后，其他地方的登录立即退出。',
  totpEnd: '停用',
  sessions: '登录记录',
  address: '地址',
  browser: '浏览器',
  startedAt: '登录时间',
  seenAt: '最近使用',
  here: '这里',
  end: '退出',
  reallyEnd: '让这处登录退出？',
  endEffect: '那里的页面立即退出，未上传的草稿仍在那台电脑上。',
  cancel: '取消',
} as const;
