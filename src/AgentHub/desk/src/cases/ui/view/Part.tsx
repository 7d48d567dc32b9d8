import { type ReactNode, useId } from 'react';

/** A part of a case under its heading. */
export function Part({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="case-part" aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {aside ? <span className="small muted"> {aside}</span> : null}
      </h3>
      {children}
    </section>
  );
}

/** What somebody wrote, in his words. */
export function Said({ label, text }: { label: string; text: string | null }) {
  if (text === null || text === '') return null;
  return (
    <p className="said">
      <span className="muted">{label} </span>
      <span className="caller-text">{text}</span>
    </p>
  );
}
