import { FieldResolver, Resolver, Root } from 'type-graphql';
import { readList, type Velden } from '../../kit';
import { Doeltoets } from '../types/Doeltoets';

/** As the source keeps it: `criteria` is JSON. */
export type Doeltoetsrij = Omit<Velden<Doeltoets>, 'criteria'> & { readonly criteria: string };

@Resolver(() => Doeltoets)
export class DoeltoetsResolver {
  /** Read when it is asked: a list that can't be read must be no fault of the timeline to who may not see the toets. */
  @FieldResolver()
  criteria(@Root() { criteria }: Doeltoetsrij): readonly string[] {
    return readList(criteria);
  }
}
