import { Select } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { UnitChoiceView } from '../../../shared/contract';
import type { Desk } from '../../../shared/session/desk';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { caseTexts } from '../../texts';
import type { InputProps } from './FieldInput';

/** Found by name or code; one that takes no tickets says why. */
export function UnitSelect({ id, field, value, required, onChange }: InputProps) {
  const units = useUnits();
  const options = (units ?? []).map(({ code, name, mayBeChosen, why }) => ({
    value: code,
    label: mayBeChosen ? name : `${name} · ${why}`,
    words: `${name} ${code}`,
    disabled: !mayBeChosen,
  }));
  // Enter, and Tab too, take what stands out in an open list: that is the first that fits what was typed, and nothing where nothing was.
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const shared = {
    id,
    className: 'wide',
    open,
    onOpenChange: setOpen,
    showSearch: { optionFilterProp: 'words', onSearch: setSearch },
    defaultActiveFirstOption: search !== '',
    placeholder: caseTexts.chooseUnit,
    options,
    notFoundContent: units === null ? caseTexts.unitsAway : undefined,
    onSelect: () => {
      setSearch('');
      setOpen(false);
    },
  };
  // A list that is open would hold the Tab key back.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || !open || search !== '') return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      {field.kind === 'units' ? (
        <Select
          {...shared}
          mode="multiple"
          value={Array.isArray(value) ? [...value] : []}
          onChange={(codes: string[]) => onChange(codes)}
        />
      ) : (
        <Select
          {...shared}
          allowClear={!required}
          value={value === '' ? null : (value as string | null)}
          onChange={(code: string | undefined) => onChange(code ?? '')}
        />
      )}
    </div>
  );
}

/** Read once for all forms of a sign-in. */
const read = new WeakMap<Desk, Promise<readonly UnitChoiceView[]>>();

function useUnits(): readonly UnitChoiceView[] | null {
  const desk = useDesk();
  const [units, setUnits] = useState<readonly UnitChoiceView[] | null>(null);
  useEffect(() => {
    let gone = false;
    const asked = read.get(desk) ?? desk.api.units();
    read.set(desk, asked);
    asked.then(
      (known) => {
        if (!gone) setUnits(known);
      },
      () => read.delete(desk),
    );
    return () => {
      gone = true;
    };
  }, [desk]);
  return units;
}
