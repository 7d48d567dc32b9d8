export const numbersTexts = {
  unknown: '未登记的号码',
  how: '近 90 天有人拨打、清单里没有的号码。来电按 12345 接听；需要登记的，请补入 numbers.csv。',
  dialled: '被叫号码',
  trunk: '中继',
  calls: '来电数',
  firstAt: '首次',
  lastAt: '最近',
  nothing: '没有未登记的号码',
} as const;
