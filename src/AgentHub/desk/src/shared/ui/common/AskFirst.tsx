import { Popconfirm } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';

interface Props {
  /** What would happen, in words. */
  title: string;
  consequence?: string | undefined;
  yes: string;
  no: string;
  danger?: boolean;
  testId?: string;
  /** Given where somebody else opens and closes it. */
  open?: boolean;
  onOpenChange?(open: boolean): void;
  onYes(): void;
  /** The key that asks. */
  children: ReactElement;
}

/** A question before what cannot be undone. The focus is on the way back, so that a second Enter does no harm. */
export function AskFirst({ title, consequence, yes, no, danger, testId, open, onOpenChange, onYes, children }: Props) {
  const control = open === undefined ? {} : { open };
  return (
    <Popconfirm
      {...control}
      placement="bottomRight"
      destroyOnHidden
      title={title}
      description={consequence}
      okText={yes}
      cancelText={<WayBack>{no}</WayBack>}
      okButtonProps={{ danger: danger ?? false, ...(testId ? { 'data-testid': testId } : {}) }}
      onOpenChange={(value) => onOpenChange?.(value)}
      onConfirm={() => {
        onOpenChange?.(false);
        onYes();
      }}
    >
      {children}
    </Popconfirm>
  );
}

/** The popup is measured before it is shown, and takes no focus until then. */
function WayBack({ children }: { children: string }) {
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => words.current?.closest('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return <span ref={words}>{children}</span>;
}
