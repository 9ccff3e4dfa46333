import type { FastifyReply } from 'fastify'
import { atlasOf } from '../../areas/door.ts'
import { nameIn } from '../../kernel/names.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { recordExport } from '../../platform/sheet/record-export.ts'
import { sendFile, sendSheet } from '../../platform/sheet/send-sheet.ts'
import type { ReportPaper } from './paper.contract.ts'
import type { ReportExport } from './report.contract.ts'
import { paperFor } from './report.ts'
import { reportDocument } from './report-document.ts'
import { reportSheet } from './report-sheet.ts'

const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A report as a workbook. That it was taken out is on the record. */
export async function sendReportSheet(
  ctx: Ctx,
  query: ReportExport,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const paper = await paperFor(ctx, query)
  const { language } = query
  return sendSheet(reply, ctx, { ...reportSheet(paper), language, chain: await chainOf(ctx, paper) })
}

/** A report as a document. That it was taken out is on the record. */
export async function sendReportDocument(
  ctx: Ctx,
  query: ReportExport,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const paper = await paperFor(ctx, query)
  const bytes = await reportDocument(paper, nameIn(query.language, ctx.district))
  const list = `${paper.kind}-report-document`
  await recordExport(ctx, { chain: await chainOf(ctx, paper), list, filters: 0, rows: 1 })
  return sendFile(reply, bytes, `${paper.kind}-report-${paper.from}.docx`, document)
}

async function chainOf(ctx: Ctx, { area }: ReportPaper): Promise<string> {
  const atlas = await atlasOf(ctx)
  return atlas.chainOf(atlas.known(area.id))
}
