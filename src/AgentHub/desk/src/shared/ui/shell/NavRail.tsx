import { type PageName, routeHash } from '../../core/nav';
import { useStore } from '../../session/store';
import { common } from '../../texts';
import { useDesk } from '../common/deskContext';
import { Icon, type IconName } from '../common/Icon';
import { shellTexts } from './texts';

interface Item {
  page: PageName;
  icon: IconName;
  label: string;
}

export function NavRail({ page, mayFloor, takesCalls }: { page: PageName; mayFloor: boolean; takesCalls: boolean }) {
  const drafts = useStore(useDesk().workplace.draftList)?.length ?? 0;
  const items: Item[] = [{ page: 'tickets', icon: 'doc', label: common.ticket }];
  if (takesCalls) items.unshift({ page: 'desk', icon: 'phone', label: shellTexts.desk });
  if (mayFloor) items.push({ page: 'floor', icon: 'grid', label: shellTexts.floor });
  return (
    <nav className="nav" aria-label={shellTexts.navigation}>
      {items.map((item) => (
        <a
          key={item.page}
          href={routeHash({ page: item.page, ticketId: null })}
          aria-current={item.page === page ? 'page' : undefined}
          data-testid={`nav-${item.page}`}
        >
          <Icon name={item.icon} size="large" />
          {item.label}
          {item.page === 'desk' && drafts > 0 ? (
            <span className="count" title={shellTexts.mineCount(drafts)}>
              {drafts}
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
