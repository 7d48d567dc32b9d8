import type { PartyListed } from '../../shared/contract';

/** Sub-centres first, 12366 before all: it is the line most often brought in. */
export function sortParties(parties: readonly PartyListed[], query: string): PartyListed[] {
  const wanted = query.trim();
  const rank = (party: PartyListed) =>
    party.target === '12366' ? 0 : party.kind === 'subCentre' ? 1 : party.kind === 'line' ? 2 : 3;
  return parties
    .filter((party) => wanted === '' || party.target.includes(wanted) || party.name.includes(wanted))
    .sort((a, b) => rank(a) - rank(b));
}
