import type {
  AssignmentKind,
  AssignmentState,
  CaseEndKind,
  CaseQueue,
  ClosureGround,
  ContactWay,
  CoordinationOrderKind,
  CoordinationReason,
  DueFilter,
  LoopVerb,
  OverdueCause,
  PrecedentKind,
  ReplyElement,
  ReturnVerdict,
  RevisitFinding,
  RevisitWay,
  Satisfaction,
  ScopeVerdict,
  TicketRole,
} from '../../shared/contract';

/** What the words of the contract are called; the compiler asks for each. */

export { followUpTexts, timerTexts, verbTexts } from '../../shared/core/texts';

export const queueTexts: Record<CaseQueue, { name: string; hint: string; empty: string }> = {
  dispatch: { name: '待派单', hint: '已受理，等待派给承办单位', empty: '没有待派单的工单' },
  scope: { name: '核实受理范围', hint: '正向单位核实是否属于受理范围', empty: '没有正在核实的工单' },
  coordination: { name: '会商协调', hint: '已提请会商协调小组，等待结果', empty: '没有会商中的工单' },
  unitSign: { name: '待签收', hint: '已派到单位，等待签收', empty: '没有待签收的工单' },
  unitHandle: { name: '办理中', hint: '已签收，正在办理', empty: '没有办理中的工单' },
  unitReview: { name: '单位内审核', hint: '答复已写好，等待单位内另一人审核', empty: '没有待单位审核的答复' },
  unitDone: { name: '已提交', hint: '本单位已办完，热线尚未办结', empty: '没有已提交、未办结的工单' },
  returns: { name: '退单审核', hint: '单位申请退回，等待审核', empty: '没有待审核的退单' },
  extensions: { name: '延期审核', hint: '单位申请延期，等待审核', empty: '没有待审核的延期' },
  closures: { name: '临时办结审核', hint: '单位申请临时办结或新的承诺时限', empty: '没有待审核的临时办结' },
  closing: { name: '办结审核', hint: '单位已答复，等待热线审核', empty: '没有待办结审核的工单' },
  revisit: { name: '待回访', hint: '已通过办结审核，等待回访诉求人', empty: '没有待回访的工单' },
  screening: { name: '甄别', hint: '因客观原因不满意，等待甄别', empty: '没有待甄别的工单' },
  final: { name: '终结件备案', hint: '单位申报终结件，等待备案', empty: '没有待备案的终结件' },
  filing: { name: '待归档', hint: '已办结，等待归档', empty: '没有待归档的工单' },
  supervision: { name: '督办', hint: '全部未办结的工单', empty: '没有未办结的工单' },
};

export const dueFilterTexts: Record<DueFilter, string> = {
  all: '全部',
  soon: '即将到期',
  overdue: '已超期',
};

/** In the timeline: what somebody did. */
export const doneTexts: Record<LoopVerb, string> = {
  dispatch: '派单',
  sign: '签收',
  requestReturn: '申请退单',
  decideReturn: '审核退单',
  respondFirst: '作初步响应',
  requestExtension: '申请延期',
  decideExtension: '审核延期',
  requestTemporaryClosure: '申请临时办结',
  decideTemporaryClosure: '审核临时办结',
  reportProgress: '报送进展',
  subAssign: '转派给下级单位',
  giveOpinion: '提交协办意见',
  submitReply: '写好答复，送单位内审核',
  reviewReply: '审核本单位答复',
  reviewClosing: '办结审核',
  recordRevisit: '回访诉求人',
  answerByWording: '按终结件口径答复',
  rateByDefault: '到期未评价，按基本满意办结',
  screen: '甄别',
  redo: '退回重新办理',
  archive: '归档',
  withdraw: '登记诉求人撤回',
  urge: '催办',
  supervise: '督办',
  sendToCoordination: '提请会商协调',
  decideCoordination: '登记会商结果',
  declareFinal: '申报终结件',
  acceptFinal: '审核终结件',
  askScope: '向单位核实受理范围',
  checkScope: '登记核实结果',
  markUrgent: '调整紧急程度',
  mergeInto: '并入另一件工单',
  moveRuleSet: '调整时限规则',
  noteOverdue: '登记超期',
  recountDeadlines: '因日历变更重算时限',
};

export const ticketRoleTexts: Record<TicketRole, string> = {
  agent: '座席',
  shiftLeader: '班长',
  administrator: '系统管理员',
  system: '系统',
  dispatcher: '派单员',
  unitHandler: '承办人',
  unitReviewer: '单位审核人',
  countyStation: '县级工作站',
  returnReviewer: '退单审核员',
  extensionReviewer: '延期审核员',
  closeReviewer: '办结审核员',
  coordinator: '会商联络员',
  revisitOfficer: '回访员',
  supervisor: '督办员',
};

export const overdueCauseTexts: Record<OverdueCause, string> = {
  sign: '签收超期',
  return: '退单超期',
  firstResponse: '初步响应超期',
  handle: '办理超期',
  report: '报送进展超期',
  promise: '承诺未兑现',
  dispatch: '派单超期',
};

export const taskKindTexts: Record<AssignmentKind, string> = { lead: '主办', coHandler: '协办', nested: '转派' };
export const taskStateTexts: Record<AssignmentState, string> = {
  open: '待签收',
  signedFor: '已签收',
  done: '已办完',
  returned: '已退回',
  withdrawn: '已撤销',
};
export const returnVerdictTexts: Record<ReturnVerdict, string> = {
  accept: '同意退回，重新派单',
  reject: '不同意，仍由该单位办理',
  dispute: '有争议，提请会商',
};
export const contactWayTexts: Record<ContactWay, string> = {
  phone: '电话',
  inPerson: '当面',
  onSite: '现场',
  message: '短信',
  letter: '书面',
};
export const closureGroundTexts: Record<ClosureGround, string> = {
  complex: '情况特别复杂，短期内无法办结',
  caseFiled: '决定立案处理',
};
export const replyElementTexts: Record<ReplyElement, string> = {
  findings: '核实情况',
  measures: '处理结果',
  basis: '依据或说明',
  contact: '联系诉求人的情况',
  unitContact: '单位联系人和电话',
};
export const satisfactionTexts: Record<Satisfaction, string> = {
  satisfied: '满意',
  basicallySatisfied: '基本满意',
  dissatisfied: '不满意',
};
export const revisitWayTexts: Record<RevisitWay, string> = {
  phone: '电话核实',
  message: '短信',
  interview: '当面访谈',
  onSite: '现场核查',
};
export const findingTexts: Record<RevisitFinding, string> = {
  handlingFault: '因办理原因，合理诉求未解决',
  processDoubtful: '办理过程存疑',
  resultFalse: '办理结果不实',
  elementsMissing: '回复要素不齐',
  lawLimit: '客观原因：法律法规限制',
  policyLimit: '客观原因：政策限制',
  highExpectation: '客观原因：期望过高',
  lawfulAnswer: '答复符合法律法规和政策，可以办结',
};
export const coordinationReasonTexts: Record<CoordinationReason, string> = {
  unitUnknown: '无法确定承办单位',
  manyUnits: '涉及单位多、情况复杂',
  strongReaction: '群众反映强烈，影响较大',
  abnormalRisk: '反复投诉，有异常风险',
  returnDispute: '退单有争议',
  repeatedRedo: '多次重新办理',
};
export const orderKindTexts: Record<CoordinationOrderKind, string> = {
  assignmentOrder: '交办单',
  supervisionOrder: '督办单',
  specialPiece: '特殊件',
  meeting: '会商会议',
};
export const scopeVerdictTexts: Record<ScopeVerdict, string> = {
  accept: '属于受理范围，回到待派单',
  notAccepted: '不予受理',
  referred: '告知向有关单位反映',
};
export const precedentTexts: Record<PrecedentKind, string> = {
  fixed: '会商确定承办',
  returnRejected: '退单未获同意，仍由其办理',
  returnAccepted: '退单获同意',
};
export const endKindTexts: Record<CaseEndKind, string> = {
  rated: '诉求人已评价',
  defaulted: '到期未评价，按基本满意',
  lawful: '答复符合法律法规和政策',
  screened: '经甄别属客观原因',
  withdrawn: '诉求人撤回',
};

/** What the fields of the forms are called. */
export const fieldTexts = {
  lead: '主办单位',
  coHandlers: '协办单位',
  specialReason: '特殊情况理由',
  reason: '理由',
  basis: '依据',
  suggestedUnit: '建议承办单位',
  scan: '扫描件编号',
  verdict: '审核结论',
  note: '说明',
  improper: '认定为不当退单',
  text: '内容',
  workingDays: '延长几个工作日',
  callerToldAt: '向诉求人说明的时间',
  callerToldBy: '说明的方式',
  grantedDays: '审核结论',
  ground: '申请原因',
  progress: '办理进展',
  nextSteps: '下步打算',
  promisedFor: '承诺办结日期',
  filing: '立案文书编号',
  granted: '审核结论',
  replyText: '答复内容',
  way: '联系方式',
  contactedAt: '联系群众的时间',
  solved: '是否解决',
  explanation: '未解决的原因',
  mayBePublished: '可以公开',
  withoutOpinions: '不等协办意见的理由',
  approved: '审核结论',
  missing: '缺少的要素',
  revisitWay: '回访方式',
  connected: '是否接通',
  hotlineService: '对热线服务',
  unitContact: '对单位联系和答复',
  result: '对办理结果',
  finding: '核查结论',
  wording: '答复口径',
  objective: '甄别结论',
  cause: '重办原因',
  demand: '督办要求',
  coordinationReason: '提请原因',
  report: '一事一报',
  kind: '文书种类',
  signedOffBy: '签批人',
  document: '签批文件或纪要编号',
  attendees: '参会人员',
  opinion: '详细意见',
  attachment: '附件编号',
  accepted: '备案结论',
  unit: '单位',
  question: '核实内容',
  scopeVerdict: '核实结果',
  reasonCode: '原因',
  guidance: '引导说明',
  urgency: '紧急程度',
  target: '并入的工单编号',
  ruleSet: '时限规则',
} as const;

/** Both answers of a question; the one that goes on stands first. */
export const answerTexts = {
  decided: ['同意', '不同意'],
  solved: ['已解决', '未解决'],
  approved: ['通过，报热线', '退回修改'],
  connected: ['已接通', '未接通'],
  objective: ['属客观原因，办结', '属办理原因，重新办理'],
  filed: ['同意备案', '不同意'],
} as const;

/** Under a field: what it is for. */
export const hintTexts = {
  lead: '输入名称或代码查找，主办单位负责答复群众',
  coHandlers: '可以不选；协办单位把意见交主办单位',
  specialReason: '同一事项有终结件仍要派单时填写',
  scan: '会商交办的工单须附签字盖章的扫描件',
  contactedAt: '须在派单之后',
  mayBePublished: '不含个人信息，公开前仍须审核',
  missing: '不勾选即要素齐全，转回访；勾选即退回重新办理',
  connected: '未接通只登记一次尝试，不作评价',
  finding: '诉求人不满意时必须填写',
  attendees: '用顿号或逗号隔开',
  target: '填写工单编号',
  grantedDays: '同意时填写工作日数，不多于申请的天数',
} as const;

/** What irreversible commands would do. */
export const consequenceTexts: Partial<Record<LoopVerb, { title: string; consequence: string }>> = {
  withdraw: { title: '确认诉求人撤回？', consequence: '工单随即办结，各单位不再办理，不能恢复。' },
  mergeInto: { title: '确认并单？', consequence: '本工单并入另一件，不再单独办理，不能恢复。' },
  archive: { title: '确认归档？', consequence: '归档后不能再办理。' },
  acceptFinal: { title: '确认备案结论？', consequence: '同意备案后，同一诉求人的同一事项按口径答复，不再派单。' },
  answerByWording: { title: '确认按口径答复？', consequence: '工单不再派给单位。' },
  checkScope: { title: '确认核实结果？', consequence: '不予受理或告知有关单位的，工单到此结束。' },
  screen: { title: '确认甄别结论？', consequence: '属客观原因的随即办结，不计入满意率；否则退回重新办理。' },
};

/** Pieces of the sentences of the timeline. */

export const storyTexts = {
  told: {
    queued: (channel: string) => `${channel}通知待发送`,
    failed: (channel: string) => `${channel}通知重试中`,
    sent: (channel: string) => `已${channel}通知`,
    dead: (channel: string) => `${channel}通知未能送达`,
    skipped: (channel: string) => `未${channel}通知`,
  },
  system: '系统',
  called: '来电登记',
  recounted: (timer: string, before: string, after: string) => `${timer} ${before} → ${after}`,
  unknown: '无法确定',
  ofCall: (state: string) => `通话结果：${state}`,
  lead: (unit: string) => `主办 ${unit}`,
  coHandlers: (units: string) => `协办 ${units}`,
  passedOn: (unit: string) => `转给 ${unit}`,
  suggested: (unit: string) => `建议 ${unit}`,
  days: (days: number) => `${days} 个工作日`,
  granted: '同意',
  rejected: '不同意',
  promised: (day: string) => `承诺 ${day} 办结`,
  approved: '通过',
  sentBack: '退回修改',
  complete: '要素齐全，转回访',
  lacks: (elements: string) => `缺少 ${elements}`,
  notConnected: '未接通',
  connected: '已接通',
  ratings: (hotline: string, contact: string, result: string) =>
    `热线服务 ${hotline}，联系答复 ${contact}，办理结果 ${result}`,
  unrated: '未评价',
  improper: '不当退单',
  solved: '已解决',
  unsolved: '未解决',
  ofUnit: (name: string, role: string, unit: string) => `${name}（${unit} ${role}）`,
  ofHotline: (name: string, role: string) => `${name}（${role}）`,
  moved: (from: string, to: string) => `${from} → ${to}`,
  list: '、',
  comma: '，',
} as const;

export const dueTexts = {
  left: (span: string) => `剩 ${span}`,
  late: (span: string) => `超期 ${span}`,
  unknown: '到期时间未定',
  none: '无时限',
  days: (days: number) => `${days} 天`,
  hours: (hours: number) => `${hours} 小时`,
  minutes: (minutes: number) => `${minutes} 分`,
  moment: '不到 1 分',
  at: (timer: string, moment: string) => `${timer} ${moment} 到期`,
} as const;
