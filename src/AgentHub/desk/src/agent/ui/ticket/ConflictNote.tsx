import { Button } from 'antd';
import type { ReferenceView } from '../../../shared/contract';
import { categoryText, nameOf } from '../../../shared/core/categories';
import { useStore } from '../../../shared/session/store';
import { kindTexts, urgencyTexts } from '../../../shared/texts';
import { useDesk } from '../../../shared/ui/common/deskContext';
import type { FieldName } from '../../core/draft';
import { fieldTexts } from '../../texts';
import type { DraftEntry } from '../../work/draftKeeper';
import { useWorkplace } from '../useWorkplace';
import { formTexts } from './texts';

/** Both sides changed the same field: both values, and the agent chooses. */
export function ConflictNote({ ticketId, entry, field }: { ticketId: string; entry: DraftEntry; field: FieldName }) {
  const desk = useDesk();
  const work = useWorkplace();
  const reference = useStore(desk.reference);
  if (!(field in entry.draft.conflicts)) return null;
  const theirs = show(field, entry.draft.conflicts[field], reference);
  return (
    <div className="note amber conflict" role="status" data-testid={`conflict-${field}`}>
      <span>
        {fieldTexts[field]}
        {formTexts.justUpdated}
      </span>
      <span className="value cut" title={theirs}>
        {theirs || formTexts.empty}
      </span>
      <span className="spacer" />
      <Button size="small" onClick={() => work.drafts.settle(ticketId, field, 'theirs')}>
        {formTexts.takeTheirs}
      </Button>
      <Button size="small" onClick={() => work.drafts.settle(ticketId, field, 'mine')}>
        {formTexts.keepMine}
      </Button>
    </div>
  );
}

/** The notes of several fields, for those that share a row or are not in the form that is shown. */
export function ConflictNotes({
  fields,
  ...rest
}: {
  ticketId: string;
  entry: DraftEntry;
  fields: readonly FieldName[];
}) {
  return fields.map((field) => <ConflictNote key={field} field={field} {...rest} />);
}

function show(field: FieldName, value: unknown, reference: ReferenceView): string {
  if (typeof value === 'boolean') return value ? formTexts.yes : formTexts.no;
  const code = typeof value === 'string' ? value : null;
  if (field === 'category') return categoryText(reference.categories, code);
  if (field === 'unit' || field === 'accusedUnit') return nameOf(reference.units, code);
  if (field === 'demandType') return nameOf(reference.demandTypes, code);
  if (field === 'requesterKind') return kindTexts[code as keyof typeof kindTexts] ?? '';
  if (field === 'urgency') return urgencyTexts[code as keyof typeof urgencyTexts] ?? '';
  return code ?? '';
}
