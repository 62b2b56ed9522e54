import type { FilePurpose } from '#kernel/contract/files.ts'
import type { Engine } from '#kernel/db/engine.ts'
import type { DownloadAddress } from '#kernel/server/download.ts'
import type { Module } from '#kernel/server/module.ts'
import act from './act/act.query.ts'
import type { Participants } from './acts/participant.write.ts'
import amendFigure from './amend-figure/amend-figure.command.ts'
import annex, { annexFile } from './annex/annex.query.ts'
import card from './card/card.query.ts'
import changeDays from './change-days/change-days.query.ts'
import commitImport from './commit-import/commit-import.command.ts'
import compare from './compare/compare.query.ts'
import correctAct from './correct-act/correct-act.command.ts'
import declareFigure from './declare-figure/declare-figure.command.ts'
import enterAct from './enter-act/enter-act.command.ts'
import exportUnits, { exportedFile } from './export/export.query.ts'
import figureFile from './figure-file/figure-file.query.ts'
import figureSeries from './figure-series/figure-series.query.ts'
import figures from './figures/figures.query.ts'
import find from './find/find.query.ts'
import importRefusals, { refusedRows } from './import-refusals/import-refusals.query.ts'
import importState from './import-state/import-state.query.ts'
import { readImports } from './imports/read-imports.job.ts'
import lineage from './lineage/lineage.query.ts'
import loadHistory from './load-history/load-history.command.ts'
import loadTerms from './load-terms/load-terms.command.ts'
import previewAct from './preview-act/preview-act.command.ts'
import previewImport from './preview-import/preview-import.command.ts'
import { importPurpose } from './preview-import/preview-import.contract.ts'
import previewUndo from './preview-undo/preview-undo.command.ts'
import { structureRecords } from './records.read.ts'
import revokeAct from './revoke-act/revoke-act.command.ts'
import { structureTexts } from './structure.text.ts'
import terms from './terms/terms.query.ts'
import tree from './tree/tree.query.ts'
import undoAct from './undo-act/undo-act.command.ts'

/** The documents that stand behind figures (scans and papers), and lists of units. */
const files: FilePurpose[] = [
  {
    purpose: 'structure.declare-figure',
    maximumBytes: 20 * 1024 * 1024,
    mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
  },
  {
    // The reader of spreadsheets says itself what is wrong with an old or unreadable one, and what to do about it.
    purpose: importPurpose,
    maximumBytes: 20 * 1024 * 1024,
    mediaTypes: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.ms-excel.sheet.macroenabled.12',
      'application/zip',
      'application/x-cfb',
      'text/plain',
      'application/octet-stream',
    ],
  },
]

interface Around {
  readonly engine: Engine
  readonly addressOf: (fileId: string, accountId: string) => string
  readonly downloadOf: DownloadAddress
  readonly participants: Participants
}

/** The storey of units through time. */
export function structure({ engine, addressOf, downloadOf, participants }: Around): Module {
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
      exportUnits(downloadOf),
      act,
      annex(downloadOf),
      compare,
      previewAct(participants),
      enterAct(participants),
      correctAct(participants),
      previewUndo(participants),
      undoAct(participants),
      revokeAct(participants),
      previewImport,
      importState,
      commitImport(participants),
      importRefusals(downloadOf),
      loadHistory,
      loadTerms,
    ],
    texts: structureTexts,
    records: structureRecords,
    files,
    downloads: [exportedFile, annexFile, refusedRows],
    jobs: [readImports(engine)],
  }
}
