import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { categoryText } from '../../../shared/core/categories';
import { useStore } from '../../../shared/session/store';
import { common } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { type Found, findables, findCategories } from '../../core/findCategory';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

interface Props {
  id: string;
  value: string | null;
  disabled: boolean;
  invalid: boolean;
  onChange(code: string | null): void;
}

/**
 * A category, found by its name, by a synonym or by the pinyin of these, and chosen by arrows and Enter without a mouse. While an input method
 * composes a word, its keys are its own and the list stays as it is. Leaving the field without a choice changes nothing; emptying it does.
 */
export function CategoryPicker({ id, value, disabled, invalid, onChange }: Props) {
  const { categories } = useStore(useDesk().reference);
  const spelling = useWorkplace().spelling;
  const spell = useStore(spelling.spell);
  const input = useRef<HTMLInputElement>(null);
  /** Null while nothing is looked for: then the field shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const all = useMemo(() => findables(categories), [categories]);
  const found = useMemo(() => findCategories(all, query, spell), [all, query, spell]);
  const shown = open && found.length > 0;
  const listId = `${id}-list`;
  const optionId = (code: string) => `${id}-${code}`;

  const look = (text: string) => {
    setQuery(text);
    setActive(0);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setTyped(null);
    setQuery('');
  };
  const openAll = () => {
    setQuery('');
    setActive(
      Math.max(
        0,
        all.findIndex(({ code }) => code === value),
      ),
    );
    setOpen(true);
  };
  const choose = (code: string) => {
    onChange(code);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey)
      return;
    const move = (to: number) => {
      event.preventDefault();
      if (shown) setActive((to + found.length) % found.length);
      else openAll();
    };
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter' && shown) {
      event.preventDefault();
      const chosen = found[active];
      if (chosen) choose(chosen.category.code);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <div className="category-picker">
      <input
        ref={input}
        id={id}
        className="ant-input category-input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown ? optionId(found[active]?.category.code ?? '') : undefined}
        aria-invalid={invalid}
        data-invalid={invalid}
        title={categoryText(categories, value)}
        placeholder={formTexts.findCategory}
        disabled={disabled}
        value={typed ?? categoryText(categories, value)}
        onFocus={(event) => {
          void spelling.load();
          event.target.select();
        }}
        onClick={() => (open ? undefined : openAll())}
        onChange={(event) => {
          setTyped(event.target.value);
          // What is composed is no word yet; the end of the composition tells it.
          if (!(event.nativeEvent as InputEvent).isComposing) look(event.target.value);
        }}
        onCompositionEnd={(event) => look(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed !== null && typed.trim() === '') onChange(null);
          close();
        }}
      />
      <span className="hidden-text" role="status">
        {open ? formTexts.categoriesFound(found.length) : ''}
      </span>
      {open ? <Options {...{ input, found, active, listId, optionId, choose }} /> : null}
    </div>
  );
}

interface OptionsProps {
  input: React.RefObject<HTMLInputElement | null>;
  found: readonly Found[];
  active: number;
  listId: string;
  optionId(code: string): string;
  choose(code: string): void;
}

/** The list below the field, or above it where there is more room. It never takes the focus. */
function Options({ input, found, active, listId, optionId, choose }: OptionsProps) {
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const current = found[active]?.category.code;
  useEffect(() => {
    const follow = () => setPlace(placeOf(input.current));
    follow();
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [input]);
  useEffect(() => {
    if (place && current) document.getElementById(optionId(current))?.scrollIntoView({ block: 'nearest' });
  }, [place, current, optionId]);
  if (!place) return null;
  return createPortal(
    found.length === 0 ? (
      <p className="category-list empty" style={place}>
        {formTexts.noCategory}
      </p>
    ) : (
      <div className="category-list" style={place} role="listbox" id={listId} aria-label={common.category}>
        {found.map(({ category, by }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and says which option is meant.
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys come from the field.
          <div
            key={category.code}
            id={optionId(category.code)}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(category.code)}
          >
            <span>{category.name}</span>
            <span className="small muted cut">{[...category.path, ...(by ? [by] : [])].join(' · ')}</span>
          </div>
        ))}
      </div>
    ),
    document.getElementById('popups') ?? document.body,
  );
}

const heightMax = 264;

function placeOf(input: HTMLElement | null): CSSProperties | null {
  const field = input?.getBoundingClientRect();
  if (!field) return null;
  const below = window.innerHeight - field.bottom - 8;
  const above = field.top - 8;
  const sides = { left: field.left, width: field.width };
  return below >= Math.min(heightMax, above)
    ? { ...sides, top: field.bottom + 4, maxHeight: Math.min(heightMax, below) }
    : { ...sides, bottom: window.innerHeight - field.top + 4, maxHeight: Math.min(heightMax, above) };
}
