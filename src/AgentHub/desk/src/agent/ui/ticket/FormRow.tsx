import type { ReactNode } from 'react';
import { Icon } from '../../../shared/ui/common/Icon';
import type { FormField, Marks } from '../../core/submit';
import { fieldTexts } from '../../texts';

interface Props {
  field: FormField;
  /** Fields that share the row. */
  beside?: readonly FormField[];
  label?: string;
  required?: boolean | undefined;
  marks: Marks;
  htmlFor?: string;
  top?: boolean;
  children: ReactNode;
}

/** Label at the right of its 68 px, the field beside it, and what is wrong in words beside that. */
export function FormRow({ field, beside = [], label, required, marks, htmlFor, top, children }: Props) {
  const text = label ?? (field in fieldTexts ? fieldTexts[field as keyof typeof fieldTexts] : '');
  const marked = [field, ...beside].find((entry) => marks[entry]);
  const look = `${required ? 'required ' : ''}${top ? 'top-aligned ' : ''}label`;
  return (
    <>
      {htmlFor ? (
        <label className={look} htmlFor={htmlFor}>
          {text}
        </label>
      ) : (
        <span className={look}>{text}</span>
      )}
      <div className={top ? 'field' : 'field line'} data-field={field}>
        {children}
        {marked ? (
          <span className="field-error">
            <Icon name="warn" size="small" />
            {marks[marked]}
          </span>
        ) : null}
      </div>
    </>
  );
}
