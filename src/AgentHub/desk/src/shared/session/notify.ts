import type { DeskView } from '../contract';
import type { Attention } from '../core/attention';
import { common } from '../texts';

/** The page's signs outside of the page: a notice of the desktop, the tab's title and picture. */

export function askForNotices(): void {
  if ('Notification' in window && Notification.permission === 'default') void Notification.requestPermission();
}

/** Names the number dialled, never the caller: a notice may be seen by others. */
export function notifyRing(view: DeskView | null): void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.hasFocus()) return;
  const number = view?.call?.number;
  const notice = new Notification(common.call, {
    body: number ? `${number.dialled} ${number.name}` : common.pressToAnswer,
    tag: 'hotline-ring',
    icon: '/favicon-ringing.svg',
  });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
  window.setTimeout(() => notice.close(), 15_000);
}

export function showAttention({ title, icon }: Attention): void {
  if (document.title !== title) document.title = title;
  const link = document.getElementById('favicon') as HTMLLinkElement | null;
  const href = `/favicon-${icon}.svg`;
  if (link && !link.href.endsWith(href)) link.href = href;
}
