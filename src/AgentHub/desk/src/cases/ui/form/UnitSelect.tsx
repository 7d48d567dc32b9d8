import { Select } from 'antd';
import { useEffect, useState } from 'react';
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
  const shared = {
    id,
    className: 'wide',
    showSearch: { optionFilterProp: 'words' },
    placeholder: caseTexts.chooseUnit,
    options,
    notFoundContent: units === null ? caseTexts.unitsAway : undefined,
  };
  return field.kind === 'units' ? (
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
