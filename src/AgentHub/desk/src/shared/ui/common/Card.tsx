import { type ReactNode, useId } from 'react';

interface CardProps {
  title: ReactNode;
  /** After the title, quiet. */
  aside?: ReactNode;
  /** At the right edge of the header. */
  extra?: ReactNode;
  footer?: ReactNode;
  /** fill: takes the space that is left; shrink: scrolls before others are pushed out. */
  size?: 'fill' | 'shrink';
  flush?: boolean;
  /** Text only, longer than the card may be: scrolled by keyboard, so it takes the focus itself. */
  reading?: boolean;
  testId?: string;
  children: ReactNode;
}

export function Card({ title, aside, extra, footer, size, flush, reading, testId, children }: CardProps) {
  const id = useId();
  return (
    <section className={`card ${size ?? ''}`} aria-labelledby={id} data-testid={testId}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
        <span className="spacer" />
        {extra}
      </header>
      <div className={flush ? 'middle flush' : 'middle'} tabIndex={reading ? 0 : undefined}>
        {children}
      </div>
      {footer ? <footer>{footer}</footer> : null}
    </section>
  );
}
