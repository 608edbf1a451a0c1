import './libraries';
import 'reflect-metadata';

/** All that a partner's folder needs. */
export { Datum } from './graph/Datum';
export * from './graph/enums';
export { Gegeven } from './graph/Gegeven';
export { Leest } from './graph/Leest';
export { Recordverwijzing } from './graph/Recordverwijzing';
export { Verwijst } from './graph/Verwijst';
export { type Lid, unie } from './graph/unie';
export { alleenDezeCasus, elkePersoon, elkePersoonMet, idOf, recordVanDezeCasus } from './graph/references';
export type { Velden } from './graph/Velden';
export type { References } from './graph/buildSubgraph';
export { bezwaarrijen } from './bronbesluiten/bezwaarrijen';
export { type BronbesluitenDB, createBronbesluiten } from './bronbesluiten/BronbesluitenDB';
export type { PartnerLock } from './lock/createLock';
export type { Gegevensrij } from './rows/Gegevensrij';
export { koppelingLoader } from './loaders/koppelingLoader';
export { listLoader } from './loaders/listLoader';
export { newestFirst } from './loaders/newestFirst';
export { persoonLoader } from './loaders/persoonLoader';
export { vanaf } from './loaders/vanaf';
export { readList, vrijgaveLoader } from './loaders/vrijgaveLoader';
export { runSubgraph } from './server/runSubgraph';
export { createTable, type ColumnType } from './source/createTable';
export type { Rows, SourceDefinition, Tekenaar } from './source/SourceDefinition';
export type { SubgraphContext } from './SubgraphContext';
export type { LoaderInput, RouteInput, SubgraphDefinition } from './SubgraphDefinition';
