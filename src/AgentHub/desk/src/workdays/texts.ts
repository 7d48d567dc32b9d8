import type { DayMarkKind } from '../shared/contract';
import type { DayLook } from './core/year';

export const kindWords: Record<DayMarkKind, string> = { off: '放假', work: '调休上班', plain: '按平常' };

export const lookWords: Record<DayLook, string> = { off: '放假', work: '调休上班', weekend: '周末', plain: '工作日' };

/** On the day itself, so that colour is not the only sign. */
export const lookSigns: Record<DayLook, string> = { off: '休', work: '班', weekend: '', plain: '' };

export const workdaysTexts = {
  calendar: '工作日历',
  year: (year: number) => `${year} 年`,
  former: '上一年',
  next: '下一年',
  month: (month: number) => `${month} 月`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  notCovered: '该年节假日安排尚未录入，涉及该年的时限无法计算',
  dayOf: (date: string, look: string, name: string) => (name === '' ? `${date} ${look}` : `${date} ${look} ${name}`),
  toChange: '待变更',
  change: '变更',
  pick: '在左侧选择日期，或导入国务院办公厅公布后整理的年度文件。方向键移动，回车选中。',
  kind: '改为',
  name: '节日名称',
  set: '列入变更',
  remove: '移除',
  days: (count: number) => `待变更 ${count} 天`,
  file: (name: string) => `年度文件 ${name}`,
  undoing: (no: number) => `撤销第 ${no} 号变更`,
  reason: '变更理由',
  reasonHint: '如：国务院办公厅通知（文号）',
  clear: '放弃',
  tryIt: '试算',
  make: '确认变更',
  tryFirst: '先试算，再确认',
  reasonFirst: '请填写变更理由',
  trial: (cases: number, count: number, late: number) =>
    `在办工单 ${cases} 件，其中 ${count} 件时限改变${late > 0 ? `，${late} 件将立即超期` : ''}`,
  ticket: '工单',
  timer: '时限',
  before: '原到期',
  after: '新到期',
  unknown: '无法确定',
  examples: (count: number) => `示例（前 ${count} 项）`,
  importIt: '导入年度文件',
  exportIt: '导出本年',
  wrongName: '文件名须含年份，如 2027.csv',
  history: '变更记录',
  noHistory: '没有变更，日历与配置文件一致',
  no: (no: number) => `第 ${no} 号`,
  counted: (count: number, changed: number) => `已重算 ${count} 件，${changed} 件时限改变`,
  counting: '正在重算',
  undo: '撤销',
  undone: (no: number) => `已由第 ${no} 号撤销`,
  undoes: (no: number) => `撤销第 ${no} 号`,
  years: (years: string) => `导入 ${years} 年`,
  done: '已变更，正在重算在办工单',
};
