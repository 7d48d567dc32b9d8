import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { findables, findCategories, matchesPinyin } from '../../../src/agent/core/findCategory';
import type { Category } from '../../../src/shared/contract';

const leaf = (code: string, name: string, ...synonyms: string[]): Category => ({ code, name, synonyms, children: [] });
const tree: Category[] = [
  {
    code: '02',
    name: '公用事业',
    synonyms: ['水电气暖'],
    children: [leaf('0201', '供水服务', '停水', '自来水', '水费'), leaf('0204', '供电服务', '停电', '电费')],
  },
  {
    code: '03',
    name: '劳动和社会保障',
    synonyms: [],
    children: [leaf('0301', '劳动保障', '欠薪', '拖欠工资'), leaf('0304', '住房公积金', '提取', '12329')],
  },
  { code: '99', name: '其他', synonyms: [], children: [] },
];
const all = findables(tree);
const spell = (word: string) => pinyin(word, { toneType: 'none', type: 'array', v: true });
const find = (text: string) => findCategories(all, text, spell).map(({ category }) => category.code);

describe('a category', () => {
  it('is a leaf of the tree, with what it stands under', () => {
    expect(all.map(({ code }) => code)).toEqual(['0201', '0204', '0301', '0304', '99']);
    expect(all[0]?.path).toEqual(['公用事业']);
  });
  it('is found by a part of its name', () => {
    expect(find('公积金')).toEqual(['0304']);
    expect(find(' 供水 ')).toEqual(['0201']);
  });
  it('is found by what citizens call it, and says by which word', () => {
    const found = findCategories(all, '停水', spell);
    expect(found.map(({ category, by }) => [category.code, by])).toEqual([['0201', '停水']]);
    expect(find('工资')).toEqual(['0301']);
    expect(find('12329')).toEqual(['0304']);
  });
  it('is found by initials and by whole pinyin, of its name and of its synonyms', () => {
    expect(find('gsfw')[0]).toBe('0201');
    expect(find('gongshui')).toEqual(['0201']);
    expect(find('gongs')[0]).toBe('0201');
    expect(find('zfgjj')).toEqual(['0304']);
    expect(find('ts')[0]).toBe('0201');
    expect(find("ting'shui")).toEqual(['0201']);
    expect(find('qianxin')).toEqual(['0301']);
    expect(find('TQGZ')).toEqual(['0301']);
    expect(find('tuoqiangongzi')).toEqual(['0301']);
  });
  it('is found by what it stands under, last', () => {
    expect(find('公用')).toEqual(['0201', '0204']);
    expect(find('sdqn')).toEqual(['0201', '0204']);
  });
  it('whose name begins so comes before one whose synonym does', () => {
    expect(
      findCategories(findables([leaf('a', '水费争议'), leaf('b', '供水服务', '水费')]), '水费', spell)[0]?.category
        .code,
    ).toBe('a');
    expect(
      findCategories(findables([leaf('b', '供水服务', '水费'), leaf('a', '水费争议')]), '水费', spell)[0]?.category
        .code,
    ).toBe('a');
  });
  it('is found by words while the pinyin is not there yet', () => {
    expect(findCategories(all, '停水', null).map(({ category }) => category.code)).toEqual(['0201']);
    expect(findCategories(all, 'ts', null)).toEqual([]);
  });
  it('is one of all where nothing is typed', () => {
    expect(find('')).toHaveLength(5);
    expect(find('不存在的')).toEqual([]);
  });
});

describe('pinyin', () => {
  const zhongzhi = ['zhong', 'zhi', 'lü'];
  it.each(['zhong', 'zh', 'z', 'zz', 'zhzh', 'zhongzhi', 'zzhi', 'zhi', 'zhongz'])('%s matches', (letters) => {
    expect(matchesPinyin(zhongzhi, letters)).toBe(true);
  });
  it.each(['ong', 'zhog', 'zx', 'zhizhong', 'hz'])('%s does not', (letters) => {
    expect(matchesPinyin(zhongzhi, letters)).toBe(false);
  });
});
