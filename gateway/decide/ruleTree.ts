import { and, or } from 'graphql-shield';
import { aanTafel } from './rules/aanTafel';
import { bronGetekend } from './rules/bronGetekend';
import { bronIsPartij } from './rules/bronIsPartij';
import { casusBevestigd } from './rules/casusBevestigd';
import { casusLopend } from './rules/casusLopend';
import { categorieVerstrekt } from './rules/categorieVerstrekt';
import { doelGedekt } from './rules/doelGedekt';
import { eigenGegevens } from './rules/eigenGegevens';
import { faseGedekt } from './rules/faseGedekt';
import { kaderGedekt } from './rules/kaderGedekt';
import { ontvangerGedekt } from './rules/ontvangerGedekt';
import { ontvangerGetekend } from './rules/ontvangerGetekend';
import { partijBijConvenant } from './rules/partijBijConvenant';
import { rolGedekt } from './rules/rolGedekt';
import { vanMelder } from './rules/vanMelder';

/**
 * The decision as one tree. Shield's `and` answers with the first reason in this order, so the order is also that in
 * which a reader is told what is missing: the further down, the closer the convenant came to a grant.
 */
export const ruleTree = and(
  aanTafel,
  casusLopend,
  partijBijConvenant,
  ontvangerGetekend,
  or(
    eigenGegevens,
    and(
      categorieVerstrekt,
      ontvangerGedekt,
      rolGedekt,
      doelGedekt,
      faseGedekt,
      kaderGedekt,
      bronIsPartij,
      bronGetekend,
      casusBevestigd,
      vanMelder,
    ),
  ),
);
