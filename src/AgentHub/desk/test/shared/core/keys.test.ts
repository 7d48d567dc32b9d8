import { describe, expect, it } from 'vitest';
import { actionOf, bindings, hangUpPress, isGuarded, type KeyPress } from '../../../src/shared/core/keys';

const press = (code: string, change: Partial<KeyPress> = {}): KeyPress => ({
  code,
  keyCode: 0,
  altKey: false,
  ctrlKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...change,
});

describe('keys', () => {
  it('matches by place, so that a Chinese input method changes nothing', () => {
    expect(actionOf(press('F2'))).toBe('answer');
    expect(actionOf(press('KeyG', { altKey: true, keyCode: 71 }))).toBe('hangUp');
    expect(actionOf(press('Enter', { ctrlKey: true }))).toBe('submit');
    expect(actionOf(press('NumpadEnter', { ctrlKey: true }))).toBe('submit');
    expect(actionOf(press('Slash', { altKey: true }))).toBe('keyList');
  });
  it('does nothing while a word is being composed', () => {
    expect(actionOf(press('F2', { isComposing: true }))).toBeNull();
    expect(actionOf(press('F2', { keyCode: 229 }))).toBeNull();
  });
  it('needs exactly its modifiers, and a held key counts once', () => {
    expect(actionOf(press('KeyG'))).toBeNull();
    expect(actionOf(press('KeyG', { altKey: true, ctrlKey: true }))).toBeNull();
    expect(actionOf(press('F2', { shiftKey: true }))).toBeNull();
    expect(actionOf(press('F8', { repeat: true }))).toBeNull();
  });
  it('uses no key twice, and none that browsers keep for themselves', () => {
    const caps = bindings.map((binding) => binding.cap);
    expect(new Set(caps).size).toBe(caps.length);
    for (const taken of ['F1', 'F5', 'F11', 'F12', 'Alt+D', 'Alt+E', 'Alt+F', 'Alt+A'])
      expect(caps).not.toContain(taken);
  });
});

describe('guards', () => {
  it('ignores input for 600 ms after an answer', () => {
    expect(isGuarded(1000, 1599)).toBe(true);
    expect(isGuarded(1000, 1600)).toBe(false);
    expect(isGuarded(null, 0)).toBe(false);
  });
  it('hangs up on the second press within 3 s, or on the first when the caller has left', () => {
    expect(hangUpPress(null, 1000, false)).toBe('armed');
    expect(hangUpPress(1000, 3900, false)).toBe('hangUp');
    expect(hangUpPress(1000, 4100, false)).toBe('armed');
    expect(hangUpPress(null, 1000, true)).toBe('hangUp');
  });
});
