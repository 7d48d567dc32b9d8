import type { AgentState, OutcomeKind, SetAside, TicketState } from './contract';
import type { KeyAction } from './core/keys';

/**
 * Words that every page may show; each feature has the rest of its own in its texts.ts. A city that says 坐席 instead of 座席
 * changes it in these files, and in no other: test/architecture.test.ts sees to it.
 */

export const stateNames: Record<AgentState, string> = {
  offline: '离线',
  ready: '示闲',
  notReady: '示忙',
  break: '小休',
  ringing: '来电振铃',
  talking: '通话',
  afterCallWork: '话后处理',
};

export const setAsideTexts: Record<SetAside, string> = {
  missed: '您未接听，来电已交回队列；状态已改为示忙',
  rejected: '您未接这通来电，已交回队列；状态已改为示忙',
  phoneLost: '网页电话曾断开，状态已改为示忙',
  phoneFailed: '来电未能送到您的电话，状态已改为示忙',
  signedIn: '刚登录，尚未示闲',
  requested: '您已示忙',
};

/** The line under 示忙: short, since the banner tells the rest. */
export const shortReasons: Record<SetAside, string> = {
  missed: '未接来电',
  rejected: '未接来电',
  phoneLost: '电话曾断开',
  phoneFailed: '来电未送达',
  signedIn: '刚登录',
  requested: '您已示忙',
};

export const keyNames: Record<KeyAction, string> = {
  answer: '接听',
  hold: '保持 / 取回',
  mute: '静音',
  dtmf: '按键',
  threeWay: '三方',
  transfer: '转接（给其他座席）',
  emergency: '110（尚未开通）',
  hangUp: '挂断（3 秒内按两次）',
  focusForm: '工单：回到上次的栏目',
  search: '知识库搜索（尚未开通）',
  askLeader: '求助班长（尚未开通）',
  stateMenu: '状态菜单',
  outcomes: '结果：话后选办理结果',
  submit: '提交（在工单或话后处理内）',
  keyList: '全部快捷键',
};

export const outcomeTexts: Record<OutcomeKind, { name: string; hint: string }> = {
  directAnswer: { name: '当场答复', hint: '答清不派单，记要点' },
  ticket: { name: '生成工单', hint: '派承办单位，给单号' },
  transfer: { name: '转接', hint: '专线或分中心接走' },
  notAccepted: { name: '不予受理', hint: '选原因并引导' },
  referral: { name: '有关单位受理', hint: '告知去哪里办' },
  supplement: { name: '补充原工单', hint: '并入已有工单' },
  expedite: { name: '催办原工单', hint: '并入已有工单' },
};

export const ticketStates: Record<TicketState, string> = {
  draft: '草稿',
  accepted: '已受理',
  answeredDirect: '当场答复',
  transferred: '已转接',
  notAccepted: '不予受理',
  referred: '有关单位受理',
  followedUp: '并入原工单',
  scopeCheck: '核实受理范围',
  merged: '已并单',
  answeredByWording: '按口径答复',
  coordinationPending: '会商协调',
  dispatched: '已转办',
  returnReview: '退单审核',
  handling: '办理中',
  extensionReview: '延期审核',
  temporaryClosureReview: '临时办结审核',
  temporarilyClosed: '临时办结',
  replied: '已答复',
  redo: '重新办理',
  revisit: '回访中',
  screening: '甄别',
  closed: '已办结',
  archived: '已归档',
  finalCase: '终结件',
};

export { timerTexts } from './core/texts';

export const kindTexts = { person: '自然人', legalPerson: '法人', otherOrganization: '其他组织' } as const;
export const urgencyTexts = { normal: '一般', special: '特殊', specialUrgent: '特急' } as const;

/** What a page is called: in the rail, and at its top and in the window's title. */
export const pageTexts = {
  desk: { label: '话务', title: '话务台' },
  floor: { label: '现场', title: '现场' },
  cases: { label: '办理', title: '办理' },
  tickets: { label: '工单', title: '工单' },
  deadlines: { label: '时限', title: '时限' },
  people: { label: '人员', title: '人员' },
  numbers: { label: '号码', title: '号码' },
  imports: { label: '导入', title: '导入旧工单' },
  workdays: { label: '日历', title: '工作日历' },
  notices: { label: '通知', title: '通知' },
  audit: { label: '审计', title: '审计' },
  account: { label: '本人', title: '本人账号' },
};

export const words = {
  agentNumber: '工号',
  withheld: '来电未显示号码，请询问回访电话',
  queueEmpty: '无人排队',
  submitting: '提交中',
  full: (max: number) => `已满 ${max} 字，再多的没有录入`,
  loadFailed: {
    what: '这一页没有打开：网络中断，或服务器刚刚升级过。',
    todo: '请再试一次，仍不行请刷新页面。',
    onCall: '通话不受影响，可以再试一次。刷新页面会使通话短暂中断，请在话后进行。',
    again: '再试一次',
    reload: '刷新页面',
  },
  draftsSaved: '草稿已存',
  draftsUnsent: (count: number) => `草稿待上传 ${count}`,
  draftsRefused: (count: number) => `草稿未能保存 ${count}`,
} as const;

export const common = {
  caller: '来电人',
  popups: '小窗',
  category: '分类',
  expedited: '催办',
  ticket: '工单',
  answer: '接听',
  dialled: '拨打',
  talking: '通话',
  lost: '失联',
  phoneUnregistered: '网页电话未注册，不会派来电话',
  thisCall: '本次通话',
  call: '来电',
  noTitle: '（未填标题）',
  noNumber: '尚无编号',
  unnumbered: '不编号',
  queueing: '正在排队',
  people: '人',
  demandType: '诉求类型',
  draft: '草稿',
  goOn: '继续填写',
  findTickets: '查找工单',
  noTickets: '还没有工单',
  outcome: '结果',
  closeIt: '关闭',
  type: '类型',
  state: '状态',
  registered: '登记',
  undecided: '未定',
  agent: '座席',
  unanswered: '未接',
  urgency: '紧急程度',
  inCall: '通话中',
  ringingOf: (number: string | number) => `(振铃) ${number}`,
  ringingCall: '(振铃) 来电',
  talkingOf: (number: string | number) => `(通话) ${number}`,
  threeWayOf: (number: string | number) => `(三方) ${number}`,
  heldOf: (number: string | number) => `(保持) ${number}`,
  talkingCall: '(通话) 来电',
  wrapUpOf: (number: string | number) => `(话后) ${number}`,
  lostCall: '(失联) 正在接回通话',
  readyAt: (page: string | number) => `(示闲) ${page}`,
  notReadyAt: (page: string | number) => `(示忙) ${page}`,
  onBreakAt: (page: string | number) => `(小休) ${page}`,
  callWithoutView: '来电，服务器没有给出信息，可以接听',
  comma: '，',
  sunday: '周日',
  monday: '周一',
  tuesday: '周二',
  wednesday: '周三',
  thursday: '周四',
  friday: '周五',
  saturday: '周六',
  dateLine: (month: string | number, day: string | number, weekday: string | number, time: string | number) =>
    `${month}月${day}日 ${weekday} ${time}`,
  noCallerNumber: '无号码',
  unreachable: '与服务器断开，未能执行。请稍后再试',
  badContent: '提交的内容有误，请检查后再试',
  signInOver: '登录已失效，请重新登录',
  forbidden: '您没有此项权限。如需办理，请联系班长',
  gone: '没有找到，可能已被处理',
  changed: '状态已变化，请查看后再试',
  tooMany: '尝试次数过多，请稍后再试',
  serverFailed: '服务器出错，未能执行。请再试一次，仍不行请告知班长',
  unavailable: '服务暂不可用，请稍后再试',
  device: (number: string | number) => `设备 ${number}`,
  pressToAnswer: '按 F2 接听',
  signedOut: '您已退出，或登录已失效',
  retrying: '连不上服务器，每 3 秒自动重试',
  opening: '正在打开',
  hide: '隐藏',
  showWhole: '查看全号',
  looked: '本次查看已留痕，1 分钟后自动隐藏',
} as const;
