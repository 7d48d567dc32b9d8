export const listTexts = {
  unit: '承办单位',
  searchHow: '工单编号或末几位、来电完整号码，或内容中的词',
  allStates: '全部状态',
  find: '查找',
  searchAway: '数据库暂不可用，恢复后可以查找',
  total: '共',
  pieces: '件',
  firstOfMore: (count: number) => `多于 ${count} 件，只列最近 ${count} 件，请加条件`,
  ticketNumber: '工单编号',
  title: '标题',
  nothingFound: (query: string | number) => `没有找到“${query}”。换个词，或核对编号`,
} as const;
