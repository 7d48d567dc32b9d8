import type { DeskCall, PartyFailureView, PartyView } from '../shared/contract';
import type { ControlKey, DimReason } from './core/controls';
import type { FieldName } from './core/draft';
import type { Recorded } from './core/recorded';
import type { MissingField } from './core/submit';

/** Words of the agent's page that stand in more than one of its parts, and those that its core speaks. */

export const controlNames: Record<ControlKey, string> = {
  hold: '保持',
  mute: '静音',
  dtmf: '按键',
  threeWay: '三方',
  transfer: '转接',
  emergency: '110',
  hangUp: '挂断',
};

export const dimTexts: Record<DimReason, string> = {
  noCall: '没有通话',
  ringing: '接听后可用',
  notOffered: '本系统尚未开通',
  telephonyAway: '电话平台断开，恢复后可用',
  serverAway: '与服务器断开，恢复后可用',
  unknownCall: '服务器没有这通电话的信息',
  replaced: '已在另一台电脑登录',
  callEnded: '通话已结束',
  partyPresent: '已有第三方，请先请其离开',
  whileHeld: '请先取回市民',
  lostCall: '正在接回通话',
};

export const fieldTexts: Record<FieldName, string> = {
  demandType: '诉求类型',
  category: '分类',
  title: '标题',
  text: '内容',
  place: '地点',
  requesterName: '诉求人',
  requesterKind: '诉求人类别',
  contactNumber: '联系电话',
  unit: '承办单位',
  accusedUnit: '被反映单位',
  confidential: '保密',
  urgency: '紧急程度',
  outcome: '结果',
  summary: '答复要点',
  reasonCode: '原因',
};

/** What the server says of a field, beside the field. */
export function rejectedText(code: string): string {
  const known: Readonly<Record<string, string>> = {
    unknownCode: '不在本市目录中，请重新选择',
    fieldsMissing: '请补充',
    fieldsTooLong: '太长，请缩短',
  };
  return known[code] ?? '请改正';
}

export const missingTexts: Record<MissingField, string> = {
  outcome: '还没有选择这通电话的结果',
  summary: '还没有填写答复或引导内容',
  blanks: '请把“{ }”中的内容改成实际告知市民的',
  reasonCode: '还没有选择原因',
  transferTarget: '还没有填写转接给谁',
  takenOver: '还没有选择对方是否接走',
  demandType: '还没有选择诉求类型',
  category: '还没有选择分类',
  title: '还没有填写标题',
  text: '还没有填写内容',
  unit: '还没有选择承办单位',
};

/** Who recorded the outcome. */
export const recorder = ({ agentId }: Recorded) => (agentId === '' ? '系统' : `座席 ${agentId}`);

/** What is on record and what is left to do: the page calls submitted only what this agent submitted. */
export const recordedTexts = {
  note: (recorded: Recorded) =>
    recorded.mine
      ? '您已提交，内容不能再改。需要补充请在“工单”中查看编号后告知班长。'
      : `这通电话的结果已由${recorder(recorded)} 记录：${recorded.stateText}${recorded.number ? ` ${recorded.number}` : ''}，内容不能再改。您不必再选结果，通话结束后可以直接结束话后；需要补充请告知班长。`,
  stamp: (recorded: Recorded, at: string) => (recorded.mine ? `${at} 已提交` : `${at} 由${recorder(recorded)} 记录`),
  handOn: '市民听音乐等候，原来的次序保留；结果已经记录，接听的座席看得到，不必再写。您随即可以接下一通。',
  key: (recorded: Recorded) => (recorded.mine ? '已提交' : '已有结果'),
} as const;

/** From whom a call was given on, when, and how long he talked. */
export const handedOnWords = (agent: string, at: string, talked: string) => `由 ${agent} ${at} 转来，已谈 ${talked}`;

export const partyStates: Record<PartyView['state'], string> = {
  dialling: '正在呼叫',
  ringing: '对方振铃',
  joined: '接通',
};

export const partyFailures: Record<PartyFailureView['reason'], string> = {
  busy: '占线',
  noAnswer: '无人接听',
  rejected: '拒接',
  failed: '未能接通',
  moved: '要求改拨其他号码，未改拨',
};

export const endedBy: Record<NonNullable<DeskCall['endedBy']>, string> = {
  caller: '市民先挂机',
  agent: '座席挂机',
  party: '第三方挂机',
  system: '系统结束',
};

/** One sentence per merge mode: what it means for the one who answers. */
export const modeMeanings: Record<string, string> = {
  main: '12345 主号来电，按一般诉求受理。',
  fullMerge: '原号码已取消，来电按 12345 一般诉求受理。',
  dualNumber: '号码保留，与 12345 同一平台、同一受理。专业问题可三方接责任单位。',
  dualNumberSeatsRetained: '号码与原座席暂时保留。专业问题优先由原座席解答，其余照常受理。',
  subCentre: '该号码设分中心。一般问题按口径答，专业问题三方接分中心。',
  parallelAnswering: '原热线与 12345 各自受理。本来电由 12345 受理，结果与原热线共享。',
  callDiversion: '原座席已取消，拨打原号码的来电都转到 12345 受理。',
  legacyTransferNumber: '原固话作为转接电话。先听清诉求，再受理或三方接责任单位。',
  seatsKeptWithTransfer: '原座席保留并与 12345 互转。可三方接原热线。',
};

export const agentWords = {
  hangUpAgain: '再按一次 Alt+G 挂断',
  serverSilent: (up: boolean) => (up ? '服务器没有给出信息' : '服务器断开'),
  unknownArea: '归属地未知',
  firstCall: '首次来电，没有历史记录',
  noOpenTickets: '没有相关工单',
  noDrafts: '没有待完成的事项',
  scope: {
    title: '不归 12345 受理？',
    choose: '选原因，看怎样对市民说',
    refused: '不予受理',
    referred: '由有关单位按照职责受理',
    say: '请对市民说',
    inCharge: (who: string) => `由${who}按照职责受理`,
    use: '已这样告知，填入引导内容',
    emergency:
      '110、119、120、122 的紧急事项不作不予受理，请立即转接：通话条“110”键（Alt+U）或“三方”。线路未开通时，请告知市民立即直接拨打，结果选“转接”。',
    toTransfer: '改选“转接”',
    checkFirst: '请先核实确属这一原因',
  },
  noPhone: '网页电话未注册，不能接听',
  ringMissing: '电话还没有收到这通来电',
  ringOnItsWay: '来电正在送到您的电话，马上接通',
  notSaved: (why: string) => `草稿没有保存：${why}`,
  closedMeanwhile: '这件工单已有结果，您刚才写的内容没有保存',
  transferUnsaved: '草稿还没有存到服务器，接听的座席看不到您刚才写的内容。仍要转接，请再选一次',
  handOn: '市民听音乐等候，原来的次序保留；工单草稿随来电转给接听的座席。您随即可以接下一通。',
  greeting: (agentId: string) => `“您好，12345 热线，工号 ${agentId} 为您服务，请问有什么可以帮您？”`,
} as const;

/** A transfer is one text for target and whether it was taken over: written and read back here. */
export const transferWords = {
  write: (target: string, takenOver: boolean | null, more: string) => {
    const taken = takenOver === null ? '' : takenOver ? '，对方已接走' : '，对方未接走';
    const head = `转接 ${target}${taken}`;
    return more === '' ? head : `${head}。${more}`;
  },
  read: (text: string) => {
    const found = /^转接 (.*?)(?:，(对方已接走|对方未接走))?(?:。([\s\S]*))?$/.exec(text);
    if (!found) return null;
    const [, target = '', taken, more = ''] = found;
    return { transferTarget: target, takenOver: taken ? taken === '对方已接走' : null, summary: more };
  },
} as const;

/** The guidance still has braces, half or full width: nobody was told that. */
export const hasBlanks = (text: string) => /[{}｛｝]/.test(text);

export const agentTexts = {
  assist: '助手',
  panes: '分区',
  callerPane: '来电人一栏',
  ticketPane: '工单一栏',
  assistPane: '助手一栏',
  opener: '开场',
  responsibleUnit: '责任单位',
  notRegistered: '未登记',
  cannotChangeState: '与服务器断开，暂不能改变状态',
  transferTo: '转接给',
  calledBy: '称呼',
  openTickets: '相关工单',
  again: '再试一次',
} as const;
