/** The keywords of JSON Schema that the sidecar's schema uses. Others make `fits` throw. */
interface JsonSchema {
  readonly type?: string;
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
type Check = (value: unknown, schema: JsonSchema) => boolean;

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
  type: (value, { type = '' }) => types[type]?.(value) ?? unknown(type),
  const: (value, schema) => value === schema.const,
  enum: (value, schema) => schema.enum?.includes(value) ?? false,
  anyOf: (value, { anyOf = [] }) => anyOf.some((schema) => fits(value, schema)),
  not: (value, { not = {} }) => !fits(value, not),
  properties: (value, { properties = {} }) =>
    Object.entries(properties).every(
      ([key, schema]) => !isObject(value) || !(key in value) || fits(value[key], schema),
    ),
  required: (value, { required = [] }) =>
    !isObject(value) || required.every((key) => Object.hasOwn(value, key)),
  additionalProperties: (value, { properties = {}, additionalProperties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([key, item]) => Object.hasOwn(properties, key) || fits(item, additionalProperties),
    ),
  propertyNames: (value, { propertyNames = {} }) =>
    !isObject(value) || Object.keys(value).every((key) => fits(key, propertyNames)),
  items: (value, { items = {} }) =>
    !Array.isArray(value) || value.every((item) => fits(item, items)),
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
export function fits(value: unknown, schema: object): boolean {
  return Object.keys(schema).every((keyword) => {
    const check = checks[keyword];
    return check ? check(value, schema) : unknown(keyword);
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknown(keyword: string): never {
  throw new Error(`“${keyword}” is not known here`);
}
