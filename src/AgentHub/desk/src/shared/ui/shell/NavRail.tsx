import { type PageName, routeHash } from '../../core/nav';
import { useStore } from '../../session/store';
import { useDesk } from '../common/deskContext';
import { Icon, type IconName } from '../common/Icon';

interface Item {
  page: PageName;
  icon: IconName;
  label: string;
}

export function NavRail({ page, mayFloor, takesCalls }: { page: PageName; mayFloor: boolean; takesCalls: boolean }) {
  const drafts = useStore(useDesk().workplace.draftList)?.length ?? 0;
  const items: Item[] = [{ page: 'tickets', icon: 'doc', label: '工单' }];
  if (takesCalls) items.unshift({ page: 'desk', icon: 'phone', label: '话务' });
  if (mayFloor) items.push({ page: 'floor', icon: 'grid', label: '现场' });
  return (
    <nav className="nav" aria-label="主导航">
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
            <span className="count" title={`待我完成 ${drafts} 件`}>
              {drafts}
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
