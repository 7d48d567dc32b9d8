/** Words of a ticket that is read. */
export const detailTexts = {
  afterTheCall: '通话结束后可以继续填写',
  agentId: '· 座席',
  category: '分类',
  place: '地点',
  notFilled: '未填',
  unit: '承办单位',
  andConfidential: ' · 保密',
  savedOn: '保存于',
  acceptedAt: (time: string | number) => ` · 受理 ${time}`,
  noContent: '（没有内容）',
  answerAndGuidance: '答复与引导',
  recordingAudited: '录音（每次收听留痕）',
  itsCase: '办理情况',
  noRecording: '没有录音',
} as const;
