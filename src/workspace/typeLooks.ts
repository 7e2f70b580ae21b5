import { defaultSchema, type EntityType, type Schema } from '../core/model/schema';

/** The forms of the line under a mention: another one for each type, so that nobody has to go by colour. */
export const lineForms = ['solid', 'double', 'dashed', 'dotted', 'dash-dot', 'thin'] as const;
export type LineForm = (typeof lineForms)[number];

/** How the mentions of a type look. A colour is `#rrggbb` or the id of a theme colour. */
export interface TypeLook {
  readonly line: string;
  /** The colour behind the words; without it, a thin wash of `line`. */
  readonly fill?: string;
  readonly form: LineForm;
}

/** The looks that there are theme colours for: one for each default type. */
const palette = defaultSchema.types.map(({ id }, i) => ({
  id,
  look: {
    line: `chiosa.${id}Border`,
    fill: `chiosa.${id}Background`,
    form: lineForms[i % lineForms.length] ?? 'solid',
  },
}));

/**
 * The looks of the types of a schema. A default type has its own, whatever the others are; each other type
 * has the next one that no default type of the schema wants, and its own colour where it names one. Where
 * there are more types than looks these come again, each with another form.
 */
export function typeLooks({ types }: Schema): ReadonlyMap<string, TypeLook> {
  const free = palette.filter(({ id }) => types.every((type) => type.id !== id));
  const offered = free.length > 0 ? free : palette;
  let taken = 0;
  const nextLook = (): TypeLook => {
    const look = offered[taken % offered.length]?.look ?? fallbackLook;
    const round = Math.floor(taken / offered.length);
    taken += 1;
    const form = lineForms[(lineForms.indexOf(look.form) + round) % lineForms.length];
    return { ...look, form: form ?? look.form };
  };
  const lookOf = ({ id, color }: EntityType): TypeLook => {
    const look = palette.find((each) => each.id === id)?.look ?? nextLook();
    return color === undefined ? look : { line: color, form: look.form };
  };
  return new Map(types.map((type) => [type.id, lookOf(type)]));
}

/** The look of a type that the schema does not know. */
export const fallbackLook: TypeLook = {
  line: 'chiosa.otherBorder',
  fill: 'chiosa.otherBackground',
  form: 'thin',
};
