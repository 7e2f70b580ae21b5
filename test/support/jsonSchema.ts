/** The keywords of JSON Schema that the sidecar's schema uses. Others make `fits` throw. */
interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}
/** @param root the whole schema, whose definitions are referred to */
type Check = (value: unknown, schema: JsonSchema, root: JsonSchema) => boolean;

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  array: (value) => Array.isArray(value),
  object: isObject,
  null: (value) => value === null,
};

const annotations: Check = () => true;
const checks: Readonly<Record<string, Check>> = {
  $schema: annotations,
  title: annotations,
  description: annotations,
  doNotSuggest: annotations,
  $defs: annotations,
  $ref: (value, { $ref = '' }, root) => {
    const definition = root.$defs?.[$ref.replace('#/$defs/', '')];
    return definition ? fits(value, definition, root) : unknown($ref);
  },
  type: (value, { type = '' }) =>
    [type].flat().some((each) => types[each]?.(value) ?? unknown(each)),
  const: (value, schema) => value === schema.const,
  enum: (value, schema) => schema.enum?.includes(value) ?? false,
  anyOf: (value, { anyOf = [] }, root) => anyOf.some((schema) => fits(value, schema, root)),
  not: (value, { not = {} }, root) => !fits(value, not, root),
  properties: (value, { properties = {} }, root) =>
    Object.entries(properties).every(
      ([key, schema]) => !isObject(value) || !(key in value) || fits(value[key], schema, root),
    ),
  required: (value, { required = [] }) =>
    !isObject(value) || required.every((key) => Object.hasOwn(value, key)),
  additionalProperties: (value, { properties = {}, additionalProperties = {} }, root) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([key, item]) => Object.hasOwn(properties, key) || fits(item, additionalProperties, root),
    ),
  propertyNames: (value, { propertyNames = {} }, root) =>
    !isObject(value) || Object.keys(value).every((key) => fits(key, propertyNames, root)),
  items: (value, { items = {} }, root) =>
    !Array.isArray(value) || value.every((item) => fits(item, items, root)),
  minItems: (value, { minItems = 0 }) => !Array.isArray(value) || value.length >= minItems,
  minLength: (value, { minLength = 0 }) => typeof value !== 'string' || value.length >= minLength,
  pattern: (value, { pattern = '' }) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minimum: (value, { minimum = 0 }) => typeof value !== 'number' || value >= minimum,
  maximum: (value, { maximum = 0 }) => typeof value !== 'number' || value <= maximum,
};

/**
 * Whether a value fits a JSON Schema (draft 2020-12), as far as the sidecar's schema needs that.
 * @throws for keywords that it does not know, so that none is passed over
 */
export function fits(value: unknown, schema: object, root: object = schema): boolean {
  return Object.keys(schema).every((keyword) => {
    const check = checks[keyword];
    return check ? check(value, schema, root) : unknown(keyword);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknown(keyword: string): never {
  throw new Error(`“${keyword}” is not known here`);
}
