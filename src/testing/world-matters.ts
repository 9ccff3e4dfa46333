import type pg from 'pg'
import { newId } from '../kernel/ids.ts'
import { announcedYearsOf, seededCalendarDays } from '../matters/calendar-years.ts'

/** Code, names, level, who answers, response, resolution, photo asked for, confidential. */
type Row = readonly [string, string, string, string, string, Time, Time, boolean, boolean]
type Time = readonly [number, 'working_hour' | 'working_day' | 'clock_hour']

const rows: readonly Row[] = [
  [
    'FA01',
    '路灯不亮',
    'Street lamp out',
    'district',
    'department:urban_management',
    [4, 'working_hour'],
    [3, 'working_day'],
    true,
    false,
  ],
  [
    'FA02',
    '楼道灯不亮',
    'Stairwell lamp out',
    'community',
    'property_firm:any',
    [4, 'working_hour'],
    [2, 'working_day'],
    true,
    false,
  ],
  [
    'FA03',
    '井盖缺失',
    'Manhole cover missing',
    'street',
    'street_team:urban_management',
    [1, 'clock_hour'],
    [24, 'clock_hour'],
    true,
    false,
  ],
  [
    'FA04',
    '停水、水压不足',
    'No water',
    'district',
    'department:water',
    [2, 'clock_hour'],
    [12, 'clock_hour'],
    false,
    false,
  ],
  [
    'HJ01',
    '垃圾清运不及时',
    'Rubbish not collected',
    'community',
    'community:any',
    [4, 'working_hour'],
    [1, 'working_day'],
    true,
    false,
  ],
  [
    'HJ02',
    '占道经营',
    'Stall in the way',
    'street',
    'street_team:urban_management',
    [4, 'working_hour'],
    [2, 'working_day'],
    false,
    false,
  ],
  [
    'HJ03',
    '噪声扰民',
    'Noise',
    'street',
    'street_office:any',
    [4, 'working_hour'],
    [3, 'working_day'],
    false,
    false,
  ],
  [
    'LJ01',
    '邻里纠纷',
    'Quarrel of neighbours',
    'community',
    'community:any',
    [1, 'working_day'],
    [5, 'working_day'],
    false,
    false,
  ],
  [
    'FW01',
    '老年证办理咨询',
    'Senior citizen card',
    'community',
    'service_centre:any',
    [1, 'working_day'],
    [3, 'working_day'],
    false,
    false,
  ],
  [
    'FW02',
    '社会保障卡服务',
    'Social security card',
    'street',
    'service_centre:any',
    [1, 'working_day'],
    [5, 'working_day'],
    false,
    false,
  ],
  [
    'ZH01',
    '其他事项',
    'Anything else',
    'district',
    'centre:any',
    [1, 'working_day'],
    [5, 'working_day'],
    false,
    false,
  ],
  [
    'MJ01',
    '举报转办',
    'Report passed on',
    'district',
    'centre:any',
    [1, 'working_day'],
    [10, 'working_day'],
    false,
    true,
  ],
]

const officeHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]

/** Lays a dozen matters and the working calendar: 09–12 and 13–18, holidays as announced. */
export async function layMatters(owner: pg.ClientBase, atMs: number): Promise<void> {
  for (const [code, nameZh, nameEn, level, answers, response, resolution, photo, confidential] of rows) {
    await owner.query(
      `insert into matters (id, code, valid_from, name_zh, name_en, category, category_zh, category_en, host_role, host,
         level, answers, response_amount, response_unit, resolution_amount, resolution_unit, yellow_percent,
         evidence_photo, evidence_note, confidential, basis, keywords)
       values ($1, $2, '2020-01-01', $3, $4, $5, $6, $6, 'assists', 'service_centre', $7, $8, $9, $10, $11, $12, 33,
         $13, true, $14, null, $15)`,
      [
        newId(atMs),
        code,
        nameZh,
        nameEn,
        code.slice(0, 2),
        code.slice(0, 2),
        level,
        answers,
        ...response,
        ...resolution,
        photo,
        confidential,
        [nameZh],
      ],
    )
  }
  await layCalendar(owner)
}

async function layCalendar(owner: pg.ClientBase): Promise<void> {
  const days = await seededCalendarDays()
  await owner.query(
    `insert into calendar_days (day, kind, name)
     select * from jsonb_to_recordset($1) as d (day date, kind text, name text)`,
    [JSON.stringify(days)],
  )
  const years = [...announcedYearsOf(days)]
  await owner.query(
    `insert into calendar_years (year, source) select year, '国务院办公厅通知' from unnest($1::int[]) as y (year)`,
    [years],
  )
  await owner.query(`insert into office_hours (valid_from, spans) values ('1990-01-01', $1)`, [
    JSON.stringify(officeHours),
  ])
}
