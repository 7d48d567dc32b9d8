import { type RefObject, useEffect } from 'react';
import type { DraftForm } from '../../../shared/contract';
import { useStore } from '../../../shared/session/store';
import { useWorkplace } from '../useWorkplace';

const order = ['demandType', 'category', 'title', 'text', 'place', 'requesterName', 'unit'] as const;

/** Focus comes to the form only when it was asked for: after an answer by hand, or Alt+W. Then never again by itself. */
export function useFormFocus(box: RefObject<HTMLElement | null>, values: DraftForm | null): void {
  const work = useWorkplace();
  const wish = useStore(work.formFocus);
  useEffect(() => {
    const form = box.current;
    if (!form || !values) return;
    const remember = (event: FocusEvent) => {
      const field = (event.target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field;
      if (field) form.dataset.lastField = field;
    };
    form.addEventListener('focusin', remember);
    return () => form.removeEventListener('focusin', remember);
  }, [box, values]);

  useEffect(() => {
    const form = box.current;
    if (wish === null || !form || !values) return;
    work.formFocus.set(null);
    const last = form.dataset.lastField;
    const empty = order.find((field) => !values[field]);
    focusField(form, wish === 'last' && last ? last : (empty ?? 'text'));
  }, [box, work, values, wish]);
}

export function focusField(box: HTMLElement | null, field: string): void {
  const holder = box?.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const control = holder?.querySelector<HTMLElement>('input:checked, input:not([disabled]), textarea') ?? null;
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}
