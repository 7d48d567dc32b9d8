import type { Features } from './shared/ui/features';
import { fetchChunk } from './shared/ui/load/chunk';
import { lazyPage } from './shared/ui/load/lazyPage';

/** The one place that knows all features: each is a file of its own in the build, fetched by whoever may see it. */
export const features: Features = {
  agent: () => fetchChunk(() => import('./agent')),
  TicketsPage: lazyPage(() => import('./tickets').then((tickets) => tickets.TicketsPage)),
  FloorPage: lazyPage(() => import('./leader').then((leader) => leader.FloorPage)),
};
