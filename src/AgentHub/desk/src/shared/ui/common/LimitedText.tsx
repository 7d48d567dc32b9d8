import { Input } from 'antd';
import type { InputProps, TextAreaProps } from 'antd/es/input';
import { words } from '../../texts';
import { Icon } from './Icon';

/** A line of text with a limit: what does not fit is not swallowed in silence. */
export function LimitedInput(props: InputProps & { maxLength: number; value: string }) {
  return (
    <>
      <Input {...props} />
      <Full {...props} />
    </>
  );
}

/** The same for a text of several lines. */
export function LimitedArea(props: TextAreaProps & { maxLength: number; value: string }) {
  return (
    <>
      <Input.TextArea {...props} />
      <Full {...props} />
    </>
  );
}

function Full({ value, maxLength }: { value: string; maxLength: number }) {
  if (value.length < maxLength) return null;
  return (
    <span className="field-error" role="status" data-testid="field-full">
      <Icon name="warn" size="small" />
      {words.full(maxLength)}
    </span>
  );
}
