import { Kind, parse } from 'graphql';
import type { Coordinaatlabel } from '../domain/labels';
import { asksFor } from './asksFor';
import { argumentOf, keyFields, policies, readGraaf, stringList, valueOf } from './graaf';
import { servedBy } from './servedBy';

/**
 * Reads the classification of every field of every object type out of a supergraph: categories (@policy), who serves
 * it, what its source must be sent from elsewhere (@join__field(requires:), the key of its entity), and what its
 * arguments read (@leest). Interfaces carry no label: the concrete type decides.
 *
 * @throws Error when the supergraph renames @policy or @leest, or uses a subgraph that the house does not have.
 */
export function readLabels(supergraphSdl: string): Map<string, Coordinaatlabel> {
  const document = parse(supergraphSdl, { noLocation: true });
  refuseRenames(supergraphSdl);
  const graaf = readGraaf(document);
  const labels = new Map<string, Coordinaatlabel>();
  for (const object of graaf.objects.values()) {
    const keys = keyFields(object);
    for (const field of object.fields ?? []) {
      const coordinaat = `${object.name.value}.${field.name.value}`;
      if (keys.has(field.name.value)) continue;
      const { subgraaf } = servedBy(graaf, object, field);
      labels.set(coordinaat, {
        coordinaat,
        categorieen: policies(field),
        subgraaf,
        vraagt: asksFor(graaf, object, field),
        argumenten: Object.fromEntries(
          (field.arguments ?? []).map((argument) => [
            argument.name.value,
            stringList(argumentOf(argument.directives, 'leest', 'gegevens')),
          ]),
        ),
      });
    }
  }
  return labels;
}

/** `@link(import: [{name: "@policy", as: "@x"}])` would hide the labels from every reader: refused. */
function refuseRenames(supergraphSdl: string): void {
  const schema = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.SCHEMA_DEFINITION,
  );
  for (const directive of schema?.directives ?? []) {
    if (directive.name.value !== 'link') continue;
    const url = valueOf(directive, 'url');
    const renamed =
      valueOf(directive, 'as') !== undefined || JSON.stringify(valueOf(directive, 'import') ?? []).includes('"as"');
    if (renamed && typeof url === 'string')
      throw new Error(`@link of ${url}: directives may not be renamed in this graph`);
    if (typeof url === 'string' && /\/context\/v/.test(url)) {
      throw new Error('@context/@fromContext: the gateway would pass the argument as undefined, so it is refused');
    }
  }
}
