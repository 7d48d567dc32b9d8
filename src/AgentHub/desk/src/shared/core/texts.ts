import type {
  DeadlineTimer,
  DeliveryReason,
  DeliveryState,
  FollowUpKind,
  LoopVerb,
  NoticeAudience,
  NoticeChannel,
} from '../contract';

/** What happens to a ticket, and what is told of it. */

/** On the key of a command, and as the title of its form. */
export const verbTexts: Record<LoopVerb, string> = {
  dispatch: '派单',
  sign: '签收',
  requestReturn: '退单',
  decideReturn: '退单审核',
  respondFirst: '初步响应',
  requestExtension: '申请延期',
  decideExtension: '延期审核',
  requestTemporaryClosure: '申请临时办结',
  decideTemporaryClosure: '临时办结审核',
  reportProgress: '报送进展',
  subAssign: '转派',
  giveOpinion: '协办意见',
  submitReply: '填写答复',
  reviewReply: '审核答复',
  reviewClosing: '办结审核',
  recordRevisit: '登记回访',
  answerByWording: '按口径答复',
  rateByDefault: '默认评价',
  screen: '甄别',
  redo: '重新办理',
  archive: '归档',
  withdraw: '诉求人撤回',
  urge: '催办',
  supervise: '督办',
  sendToCoordination: '提请会商',
  decideCoordination: '登记会商结果',
  declareFinal: '申报终结件',
  acceptFinal: '终结件备案',
  askScope: '核实受理范围',
  checkScope: '登记核实结果',
  markUrgent: '调整紧急程度',
  mergeInto: '并单',
  moveRuleSet: '调整时限规则',
  noteOverdue: '登记超期',
  recountDeadlines: '重算时限',
};

export const timerTexts: Record<DeadlineTimer, string> = {
  dispatch: '派单',
  sign: '签收',
  return: '退单',
  handle: '办理',
  firstResponse: '初步响应',
  feedback: '反馈处理情况',
  report: '报送进展',
  promise: '承诺办结',
  revisit: '回访',
  rating: '评价',
  correction: '整改',
};

/** What a later call of the citizen did. */
export const followUpTexts: Record<FollowUpKind, string> = { supplement: '来电补充', expedite: '来电催办' };

export const channelTexts: Record<NoticeChannel, string> = { desk: '桌面', sms: '短信', mail: '邮件' };

export const audienceTexts: Record<NoticeAudience, string> = {
  citizen: '诉求人',
  lead: '主办单位',
  units: '承办单位',
  leader: '班长',
};

export const deliveryStateTexts: Record<DeliveryState, string> = {
  queued: '待发送',
  failed: '重试中',
  sent: '已发送',
  dead: '未能送达',
  skipped: '未发送',
};

export const deliveryReasonTexts: Record<DeliveryReason, string> = {
  notSetUp: '未配置',
  noNumber: '没有号码',
  noMobile: '没有手机号码',
  noAddress: '通讯录未登记',
  optedOut: '诉求人不接收短信',
  givenUp: '已放弃',
  refused: '对方拒收',
  address: '地址无效',
  credentials: '网关账号或密码不正确',
  busy: '网关暂不接收',
  answer: '网关答复无法识别',
  timeout: '网关没有按时答复',
  unreachable: '网关连接不上',
  tls: '加密连接不能建立',
  fault: '系统内部错误',
};

export const happeningTexts = {
  warn: (timer: string) => `${timer}将到期`,
  overdue: (timer: string) => `${timer}已超期`,
} as const;
