import type { Difference } from '../../core/diff/difference';

/** The three ways in which something differs, in the order in which they are shown. */
export const ways = ['added', 'removed', 'changed'] as const;
export type Way = (typeof ways)[number];

/** What is renamed, or merged into something else, has changed. */
export function wayOf({ change }: Difference): Way {
  return change === 'added' || change === 'removed' ? change : 'changed';
}
