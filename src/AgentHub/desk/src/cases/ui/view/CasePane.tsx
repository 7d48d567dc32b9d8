import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../../shared/contract';
import { nameOf } from '../../../shared/core/categories';
import { useStore } from '../../../shared/session/store';
import { Card } from '../../../shared/ui/common/Card';
import { useDesk } from '../../../shared/ui/common/deskContext';
import { type Deed, deedsOf } from '../../core/commands';
import type { Values } from '../../core/fields';
import { newSince } from '../../core/story';
import { verbTexts } from '../../core/texts';
import { caseTexts } from '../../texts';
import { CommandBar } from '../form/CommandBar';
import { CommandForm } from '../form/CommandForm';
import { useCase } from '../useCase';
import { CaseBody } from './CaseBody';
import { CaseHead } from './CaseHead';

interface Props {
  id: string;
  /** The ticket's number as its citizen told it; empty for whoever sees the case anyway. */
  number: string;
  /** Its version in the list; null where it is not there. */
  listed: number | null;
  onChanged(): void;
  onClose(): void;
}

/** One case: what it is, how it stands, what happened, and what may be done about it now. */
export function CasePane({ id, number, listed, onChanged, onClose }: Props) {
  const { units } = useStore(useDesk().reference);
  const [deed, setDeed] = useState<Deed | null>(null);
  /** What was typed stays while the case is open, also where a form is closed in between. */
  const [typed, setTyped] = useState<Partial<Record<Deed, Values>>>({});
  const [done, setDone] = useState<Deed | null>(null);
  const { view, error, before, take, seen } = useCase(id, number, listed, deed !== null);
  const pane = useRef<HTMLDivElement>(null);
  useFocusOnOpen(pane, view !== null);

  const close = () => {
    backToRow(id);
    onClose();
  };
  const leaveForm = (to: string) => {
    setDeed(null);
    seen();
    window.requestAnimationFrame(() => pane.current?.querySelector<HTMLElement>(to)?.focus());
  };
  const moved = (next: CaseView, finished: Deed) => {
    take(next, false);
    setTyped(({ [finished]: _, ...others }) => others);
    setDone(finished);
    leaveForm('[data-part=case-heading]');
    onChanged();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // A question that is on its way out is not asked any more.
    if (document.querySelector(".ant-popover:not(.ant-popover-hidden, [class*='-leave']), .ant-select-open")) return;
    event.preventDefault();
    if (deed) leaveForm(`[data-deed=${deed}]`);
    else close();
  };
  if (!view)
    return (
      <Card
        title={caseTexts.case}
        size="fill"
        extra={
          <Button size="small" onClick={close}>
            {caseTexts.backToList}
          </Button>
        }
      >
        {error ? (
          <p className="note red" role="alert" data-testid="case-away">
            {error}
          </p>
        ) : (
          <span className="skeleton" />
        )}
      </Card>
    );
  const unitName = (code: string | null) => nameOf(units, code);
  const changes = before ? newSince(before, view, unitName) : [];
  const open = deed !== null && (deedsOf(view.may).includes(deed) || before !== null) ? deed : null;
  return (
    // Escape is heard wherever the focus is in the case.
    <section
      className="card fill case-pane"
      aria-label={caseTexts.case}
      ref={pane}
      onKeyDown={onKeyDown}
      data-testid="case"
    >
      <CaseHead view={view} onClose={close} />
      {error ? (
        <p className="note amber case-note" role="status">
          {error}
        </p>
      ) : null}
      {done && !open ? (
        <p className="note blue case-note" role="status" data-testid="case-done">
          {caseTexts.done(verbTexts[done])}
        </p>
      ) : null}
      <CaseBody view={view} unitName={unitName} />
      {open ? (
        <CommandForm
          key={open}
          deed={open}
          view={view}
          number={number}
          typed={typed[open] ?? null}
          changes={changes}
          unitName={unitName}
          onType={(values) => setTyped({ ...typed, [open]: values })}
          onDone={(next) => moved(next, open)}
          onStale={(current) => {
            take(current, true);
            onChanged();
          }}
          onClose={() => leaveForm(`[data-deed=${open}]`)}
        />
      ) : (
        <CommandBar
          view={view}
          number={number}
          onPick={(next) => {
            setDone(null);
            setDeed(next);
          }}
          onDone={moved}
          onStale={(current) => {
            take(current, false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

/** A case that was opened from the list takes the focus, so that its keys are the next. */
function useFocusOnOpen(pane: { current: HTMLElement | null }, loaded: boolean): void {
  useEffect(() => {
    if (!loaded) return;
    const held = document.activeElement;
    if (held === document.body || held?.closest('[role=listbox]') || held?.closest('main') === held)
      pane.current?.querySelector<HTMLElement>('[data-part=case-heading]')?.focus({ preventScroll: true });
  }, [loaded, pane]);
}

/** To its row; where it has left the list, to the first of those that wait. */
function backToRow(id: string): void {
  window.setTimeout(() => {
    const row = document.querySelector<HTMLElement>(`[role=option][data-case="${CSS.escape(id)}"]`);
    (row ?? document.querySelector<HTMLElement>('[role=option]'))?.focus();
  });
}
