import type { RefObject } from 'react';

/** The hidden field behind a key that chooses a file: `picker.current?.click()`. The same file may be chosen twice. */
export function FilePicker(props: {
  picker: RefObject<HTMLInputElement | null>;
  accept: string;
  label: string;
  testId: string;
  onChosen: (file: File | undefined) => void;
}) {
  return (
    <input
      ref={props.picker}
      type="file"
      accept={props.accept}
      hidden
      aria-label={props.label}
      data-testid={props.testId}
      onChange={(event) => {
        props.onChosen(event.target.files?.[0]);
        event.target.value = '';
      }}
    />
  );
}
