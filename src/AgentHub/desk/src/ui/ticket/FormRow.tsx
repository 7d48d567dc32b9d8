import type { ReactNode } from 'react';
import type { MissingField } from '../../core/submit';
import { fieldTexts, missingTexts } from '../../texts';
import { Icon } from '../common/Icon';

interface Props {
  field: keyof typeof fieldTexts | MissingField;
  label?: string;
  required?: boolean | undefined;
  missing: readonly MissingField[];
  htmlFor?: string;
  top?: boolean;
  children: ReactNode;
}

/** Label at the right of its 68 px, the field beside it, and what is missing in words beside that. */
export function FormRow({ field, label, required, missing, htmlFor, top, children }: Props) {
  const text = label ?? (field in fieldTexts ? fieldTexts[field as keyof typeof fieldTexts] : '');
  const lacking = missing.find((entry) => entry === field);
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
        {lacking ? (
          <span className="field-error">
            <Icon name="warn" size="small" />
            {missingTexts[lacking]}
          </span>
        ) : null}
      </div>
    </>
  );
}
