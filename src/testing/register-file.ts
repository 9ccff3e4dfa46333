import excel from 'exceljs'
import { randomFrom } from '../kernel/random.ts'
import { columnIndex } from '../kernel/sheet/row.ts'
import { type Cells, homeFaults, type Invented, invent, personCells, personFaults } from './register-rows.ts'

/** A building that people of the file live in, by names of the map. */
export interface FileBuilding {
  readonly estate: string
  readonly building: string
}

/** A fault that was planted, where the report must name it. */
export interface Planted {
  readonly sheet: string
  readonly row: number
  readonly letter: string
  readonly reason: string
}

const titles =
  '序号 小区 楼栋 单元 房号 姓名 公民身份号码 性别 出生日期 联系电话 户籍类型 与户主关系 监护人 居住身份 是否居住 入住日期 迁出日期'.split(
    ' ',
  )
const groups: readonly (readonly [string, string, string])[] = [
  ['B', 'E', '房屋信息'],
  ['F', 'M', '人员信息'],
  ['N', 'Q', '居住信息'],
]
export interface RegisterFileOptions {
  readonly seed: number
  readonly rows: number
  readonly faults: number
  readonly sheets: number
  readonly buildings: readonly FileBuilding[]
}

/**
 * Writes a workbook of homes and people as offices have them, at `path`: several sheets, titles, headers of one to three
 * rows with merged cells, homes named in their first row alone, days and numbers written in many ways; with faults whose
 * place is handed back. The same seed writes the same file.
 */
export async function writeRegisterFile(path: string, options: RegisterFileOptions): Promise<Planted[]> {
  const { seed, rows, faults, sheets, buildings } = options
  const random = randomFrom(seed).next
  const workbook = new excel.stream.xlsx.WorkbookWriter({
    filename: path,
    useSharedStrings: false,
    useStyles: true,
  })
  const planted: Planted[] = []
  const perSheet = Math.ceil(rows / sheets)
  const every = Math.max(2, Math.floor(rows / faults))
  let order = 0
  let home = 0
  let stranger: Invented | null = null
  for (let sheetAt = 0; sheetAt < sheets; sheetAt += 1) {
    const name = `第${sheetAt + 1}片`
    const sheet = workbook.addWorksheet(name)
    const depth = writeHeader(sheet, sheetAt)
    let at = depth
    const write = (cells: Cells) => {
      at += 1
      writeRow(sheet.getRow(at), cells)
    }
    for (const end = Math.min(rows, order + perSheet); order < end; home += 1) {
      const { estate, building } = buildings[home % buildings.length]!
      const inBuilding = Math.floor(home / buildings.length)
      const where: Cells = {
        A: home + 1,
        B: estate,
        C: building,
        D: `${1 + (inBuilding % 3)}单元`,
        E: 101 + Math.floor(inBuilding / 3),
      }
      const people = 1 + Math.floor(random() * 4)
      const isDue = planted.length < faults && order >= planted.length * every
      let head: Cells = {}
      let isPlanted = false
      let metHere: Invented | null = null
      for (let member = 0; member < people && order < end; member += 1) {
        const isChild = member > 1 && random() < 0.5
        const person = invent(random, order, isChild)
        const relation = member === 0 ? '户主' : isChild ? (person.isMale ? '子' : '女') : '配偶'
        const own = personCells(random, person, order, relation)
        order += 1
        const faulty = isDue && !isPlanted
        const ofHome = people === 1 && planted.length % 9 === 0 ? homeFaults : null
        const list = member === 1 ? personFaults : member === 0 && ofHome ? ofHome : null
        const [reason, letter, plant] = (faulty && list?.[planted.length % list.length]) || ['', '', null]
        const planting = plant !== null && (stranger !== null || !/two_names|twice/.test(reason))
        const all = { ...(member === 0 ? where : {}), ...own }
        write(planting ? plant(all, person, { head, stranger }) : all)
        if (planting) {
          planted.push({ sheet: name, row: at, letter, reason })
          isPlanted = true
        } else if (member === 0) {
          head = own
          if (own.G !== undefined && order % 3 === 0) metHere = person
        }
      }
      stranger = metHere ?? stranger
    }
    sheet.commit()
  }
  writeNotes(workbook.addWorksheet('填表说明'))
  await workbook.commit()
  if (planted.length !== faults) throw new Error(`only ${planted.length} faults found a place`)
  return planted
}

function writeRow(row: excel.Row, cells: Cells): void {
  for (const [letter, value] of Object.entries(cells))
    if (value !== undefined) row.getCell(columnIndex(letter)).value = value
  row.commit()
}

/** A page that is no list: it is passed over. */
function writeNotes(notes: excel.Worksheet): void {
  notes.addRow(['请各社区如实填写，身份证号用文本格式。']).commit()
  notes.commit()
}

/** Titles, and a header over one to three rows; returns its last row. */
function writeHeader(sheet: excel.Worksheet, sheetAt: number): number {
  const depth = 1 + (sheetAt % 3)
  sheet.getRow(1).getCell(1).value = '望江区（演示）实有房屋实有人口登记表'
  sheet.mergeCells('A1:Q1')
  sheet.getRow(1).commit()
  sheet.getRow(2).getCell(1).value = '填报单位：社区居委会'
  sheet.getRow(2).getCell(12).value = '填报时间：2026年10月'
  sheet.getRow(2).commit()
  for (let level = 0; level < depth; level += 1) {
    const row = sheet.getRow(3 + level)
    const isLast = level === depth - 1
    if (isLast)
      titles.forEach((title, index) => {
        row.getCell(index + 1).value = title
      })
    else
      for (const [first, last, title] of groups) {
        row.getCell(columnIndex(first)).value = level === 0 ? title : '基本情况'
        sheet.mergeCells(`${first}${3 + level}:${last}${3 + level}`)
      }
    row.commit()
  }
  return 2 + depth
}
