import { routeHash } from '../../core/nav';
import { useStore } from '../../session/store';
import { useDesk } from '../common/deskContext';
import { Icon } from '../common/Icon';
import type { PageEntry } from '../features';
import { shellTexts } from './texts';

export function NavRail({ page, pages }: { page: string; pages: readonly PageEntry[] }) {
  const drafts = useStore(useDesk().workplace.draftList)?.total ?? 0;
  return (
    <nav className="nav" aria-label={shellTexts.navigation}>
      {pages.map(({ name, icon, label }) => (
        <a
          key={name}
          href={routeHash({ page: name, item: null })}
          aria-current={name === page ? 'page' : undefined}
          data-testid={`nav-${name}`}
        >
          <Icon name={icon} size="large" />
          {label}
          {name === 'desk' && drafts > 0 ? (
            <span className="count" title={shellTexts.mineCount(drafts)}>
              {drafts}
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
