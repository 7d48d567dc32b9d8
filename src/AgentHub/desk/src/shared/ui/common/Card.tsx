import { type ReactNode, useId } from 'react';
import { useReach } from './useReach';

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
  testId?: string;
  children: ReactNode;
}

export function Card({ title, aside, extra, footer, size, flush, testId, children }: CardProps) {
  const id = useId();
  const middle = useReach<HTMLDivElement>();
  return (
    <section className={`card ${size ?? ''}`} aria-labelledby={id} data-testid={testId}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
        <span className="spacer" />
        {extra}
      </header>
      <div ref={middle} className={flush ? 'middle flush' : 'middle'}>
        {children}
      </div>
      {footer ? <footer>{footer}</footer> : null}
    </section>
  );
}
