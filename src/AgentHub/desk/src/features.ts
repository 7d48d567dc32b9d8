import {
  administers,
  audits,
  dispatches,
  leads,
  managesNotices,
  readsTickets,
  setsUp,
  takesCalls,
  worksOnCases,
} from './shared/session/desk';
import { pageTexts } from './shared/texts';
import type { Features } from './shared/ui/features';
import { fetchChunk } from './shared/ui/load/chunk';
import { lazyPage } from './shared/ui/load/lazyPage';

/**
 * The one place that knows all features: each is a file of its own in the build, fetched by whoever may see it. A page is a folder and an
 * entry here; they stand in the rail in this order, and the first that somebody may see is where he begins.
 */
export const features: Features = {
  agent: () => fetchChunk(() => import('./agent')),
  pages: [
    { name: 'desk', icon: 'phone', ...pageTexts.desk, may: takesCalls, Page: null },
    {
      name: 'floor',
      icon: 'grid',
      ...pageTexts.floor,
      may: leads,
      Page: lazyPage(() => import('./leader').then((leader) => leader.FloorPage)),
    },
    {
      name: 'cases',
      icon: 'tray',
      ...pageTexts.cases,
      // An agent has no lists, and comes to a case from its ticket.
      may: readsTickets,
      inRail: worksOnCases,
      Page: lazyPage(() => import('./cases').then((cases) => cases.CasesPage)),
    },
    {
      name: 'tickets',
      icon: 'doc',
      ...pageTexts.tickets,
      may: readsTickets,
      Page: lazyPage(() => import('./tickets').then((tickets) => tickets.TicketsPage)),
    },
    {
      name: 'deadlines',
      icon: 'clock',
      ...pageTexts.deadlines,
      may: (session) => readsTickets(session) || setsUp(session),
      Page: lazyPage(() => import('./deadlines').then((deadlines) => deadlines.DeadlinesPage)),
    },
    {
      name: 'imports',
      icon: 'bringIn',
      ...pageTexts.imports,
      may: dispatches,
      Page: lazyPage(() => import('./imports').then((imports) => imports.ImportsPage)),
    },
    {
      name: 'people',
      icon: 'people',
      ...pageTexts.people,
      may: administers,
      Page: lazyPage(() => import('./people').then((people) => people.PeoplePage)),
    },
    {
      name: 'numbers',
      icon: 'pad',
      ...pageTexts.numbers,
      may: setsUp,
      Page: lazyPage(() => import('./numbers').then((numbers) => numbers.NumbersPage)),
    },
    {
      name: 'workdays',
      icon: 'calendar',
      ...pageTexts.workdays,
      may: setsUp,
      Page: lazyPage(() => import('./workdays').then((workdays) => workdays.WorkdaysPage)),
    },
    {
      name: 'notices',
      icon: 'mail',
      ...pageTexts.notices,
      may: managesNotices,
      Page: lazyPage(() => import('./notices').then((notices) => notices.NoticesPage)),
    },
    {
      name: 'audit',
      icon: 'book',
      ...pageTexts.audit,
      may: audits,
      Page: lazyPage(() => import('./audit').then((audit) => audit.AuditPage)),
    },
    {
      name: 'account',
      icon: 'lock',
      ...pageTexts.account,
      may: () => true,
      Page: lazyPage(() => import('./account').then((account) => account.AccountPage)),
    },
  ],
};
