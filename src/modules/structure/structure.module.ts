import type { Module } from '#kernel/server/module.ts'
import card from './card/card.query.ts'
import declareFigure from './declare-figure/declare-figure.command.ts'
import figureSeries from './figure-series/figure-series.query.ts'
import figures from './figures/figures.query.ts'
import find from './find/find.query.ts'
import lineage from './lineage/lineage.query.ts'
import loadHistory from './load-history/load-history.command.ts'
import loadTerms from './load-terms/load-terms.command.ts'
import { structureTexts } from './structure.text.ts'
import terms from './terms/terms.query.ts'
import tree from './tree/tree.query.ts'

export const structure: Module = {
  name: 'structure',
  handlers: [tree, card, lineage, figures, figureSeries, find, terms, declareFigure, loadHistory, loadTerms],
  texts: structureTexts,
}
