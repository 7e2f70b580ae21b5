import type { AnnotationSet } from '../model/annotationSet';
import type { Change } from '../model/change';

/** All entities of the type `from` become of the type `to`. */
export function renameType({ entities }: AnnotationSet, from: string, to: string): Change {
  const renamed = [...entities.values()].filter(({ type }) => type === from);
  return { entities: renamed.map((before) => ({ before, after: { ...before, type: to } })) };
}
