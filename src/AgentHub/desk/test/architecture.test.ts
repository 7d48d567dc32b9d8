import { describe, expect, it } from 'vitest';

/** What may import what, and where words stand: read from the sources, since nothing in the language says it. */

const sources = import.meta.glob<string>('../src/**/*.{ts,tsx,css}', { query: '?raw', import: 'default', eager: true });
/** Files are named from src. */
const files = Object.keys(sources).map((path) => path.replace('../src/', ''));
const read = (file: string) => sources[`../src/${file}`] ?? '';

/** features.ts and main.tsx stand above the features and join them. */
const features = [
  'account',
  'agent',
  'audit',
  'cases',
  'deadlines',
  'imports',
  'leader',
  'notices',
  'numbers',
  'people',
  'tickets',
  'workdays',
] as const;
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

/** Of a file, or of what is imported: a feature as a whole is imported by its folder's name. */
const featureOf = (path: string) => features.find((feature) => path === feature || path.startsWith(`${feature}/`));

/** Imports from one feature to another, each with its reason. There is none yet: what two need belongs into shared. */
const allowed: readonly { from: string; to: string; why: string }[] = [];

/** '../a/b' as seen from a file. */
function resolve(file: string, target: string): string {
  const at = file.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') at.pop();
    else if (step !== '.') at.push(step);
  }
  return at.join('/');
}

/** Packages and files that a text imports, also by `export … from` and `import()`. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g);
  return [...found].map(([, , target = '']) => (target.startsWith('.') ? resolve(file, target) : target));
}

interface Arrow {
  file: string;
  to: string;
}
const arrows: Arrow[] = files
  .filter((file) => !file.endsWith('.css'))
  .flatMap((file) => importsOf(file, read(file)).map((to) => ({ file, to })));
const show = ({ file, to }: Arrow) => `${file} imports ${to}`;

const isText = (file: string) => file.endsWith('/texts.ts');
const cjk = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

describe('architecture', () => {
  it('knows every folder of the sources', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== ''));
    expect([...folders].sort()).toEqual([...features, 'shared'].sort());
  });

  it('has no feature in what is shared', () => {
    const wrong = arrows.filter(({ file, to }) => folderOf(file) === 'shared' && featureOf(to) !== undefined);
    expect(wrong.map(show)).toEqual([]);
  });

  it('keeps features apart', () => {
    const wrong = arrows.filter(({ file, to }) => {
      const [from, other] = [featureOf(file), featureOf(to)];
      return (
        from !== undefined &&
        other !== undefined &&
        other !== from &&
        !allowed.some((exception) => file.startsWith(exception.from) && to.startsWith(exception.to))
      );
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('loads features only on demand', () => {
    // An import at the top of any file of the frame would put the feature into the first file that everybody fetches.
    const still = [...read('features.ts').matchAll(/^import .*from '\.\/(\w+)/gm)].map(([, folder]) => folder);
    expect(still.filter((folder) => folder !== 'shared')).toEqual([]);
    expect(
      arrows.filter(({ file, to }) => file === 'main.tsx' && featureOf(to) !== undefined && !to.endsWith('.css')),
    ).toEqual([]);
  });

  it('keeps the core pure', () => {
    const pure = arrows.filter(({ file }) => file.split('/')[1] === 'core');
    expect(pure.length).toBeGreaterThan(20);
    const wrong = pure.filter(({ to }) => !/^\w+\/(core\/\w+|contract|texts)$/.test(to));
    expect(wrong.map(show)).toEqual([]);
    const clocks = files.filter(
      (file) => file.split('/')[1] === 'core' && /\bDate\.now\(|\bwindow\.|\bdocument\./.test(read(file)),
    );
    expect(clocks).toEqual([]);
  });

  it('has Chinese words in the files of texts only', () => {
    // Comments are English, too; the city's people look for words in the files of texts and nowhere else.
    const wrong = files.filter((file) => !isText(file) && cjk.test(read(file)));
    expect(wrong).toEqual([]);
  });

  it('has nothing but words in the files of texts', () => {
    const wrong = arrows.filter(({ file, to }) => isText(file) && !/^\w+\/(core\/\w+|contract)$/.test(to));
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('sees every form', () => {
    const text = [
      "import { a } from '../shared/texts';",
      "import type {\n  B,\n} from './core/b';",
      "export { C } from './ui/C';",
      "import './styles/base.css';",
      "const d = () => import('../tickets');",
      "import React from 'react';",
    ].join('\n');
    expect(importsOf('agent/x.ts', text)).toEqual([
      'shared/texts',
      'agent/core/b',
      'agent/ui/C',
      'agent/styles/base.css',
      'tickets',
      'react',
    ]);
  });

  it('knows Chinese from Latin', () => {
    expect(['工单', '，', '（'].every((text) => cjk.test(text))).toBe(true);
    expect(cjk.test('138****6021 · “x” – …')).toBe(false);
  });
});
