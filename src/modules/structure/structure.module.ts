import type { FilePurpose } from '#kernel/contract/files.ts'
import type { Module } from '#kernel/server/module.ts'
import act from './act/act.query.ts'
import type { Participants } from './acts/participant.ts'
import amendFigure from './amend-figure/amend-figure.command.ts'
import card from './card/card.query.ts'
import changeDays from './change-days/change-days.query.ts'
import compare from './compare/compare.query.ts'
import correctAct from './correct-act/correct-act.command.ts'
import declareFigure from './declare-figure/declare-figure.command.ts'
import enterAct from './enter-act/enter-act.command.ts'
import figureFile from './figure-file/figure-file.query.ts'
import figureSeries from './figure-series/figure-series.query.ts'
import figures from './figures/figures.query.ts'
import find from './find/find.query.ts'
import lineage from './lineage/lineage.query.ts'
import loadHistory from './load-history/load-history.command.ts'
import loadTerms from './load-terms/load-terms.command.ts'
import previewAct from './preview-act/preview-act.command.ts'
import revokeAct from './revoke-act/revoke-act.command.ts'
import { structureTexts } from './structure.text.ts'
import terms from './terms/terms.query.ts'
import tree from './tree/tree.query.ts'
import undoAct from './undo-act/undo-act.command.ts'

/** The documents that stand behind figures: scans and papers. */
const files: FilePurpose[] = [
  {
    purpose: 'structure.declare-figure',
    maximumBytes: 20 * 1024 * 1024,
    mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
  },
]

export function structure(
  addressOf: (fileId: string, accountId: string) => string,
  participants: Participants,
): Module {
  return {
    name: 'structure',
    handlers: [
      tree,
      card,
      lineage,
      changeDays,
      figures,
      figureSeries,
      find,
      terms,
      declareFigure,
      amendFigure,
      figureFile(addressOf),
      act,
      compare,
      previewAct(participants),
      enterAct(participants),
      correctAct(participants),
      undoAct(participants),
      revokeAct(participants),
      loadHistory,
      loadTerms,
    ],
    texts: structureTexts,
    files,
  }
}
