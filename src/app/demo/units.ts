import type { ListedUnit } from '../../organisations/contract.ts'
import type { DemoArea } from './district.ts'

/** A unit of the demonstration district; its area is named by code until the map has ids. */
export type DemoUnit = Omit<ListedUnit, 'areaId'> & { readonly areaCode: string }

/** The district's departments and public services by line; the first four have a team in every street. */
const departments = [
  ['urban_management', '城市管理局', 'Urban Management', '城管中队'],
  ['police', '公安分局', 'Police', '派出所'],
  ['market', '市场监督管理局', 'Market Regulation', '市场监管所'],
  ['justice', '司法局', 'Justice', '司法所'],
  ['public_works', '市政设施维护中心', 'Public Works'],
  ['water', '水务局', 'Water'],
  ['power', '供电服务站', 'Power Supply'],
  ['gas', '燃气服务站', 'Gas Supply'],
  ['heating', '供热服务站', 'Heating'],
  ['telecom', '通信服务站', 'Telecom Services'],
  ['culture', '文化体育局', 'Culture and Sports'],
  ['environment', '生态环境分局', 'Environment'],
  ['gardens', '园林绿化中心', 'Gardens'],
  ['housing', '住房保障局', 'Housing'],
  ['planning', '自然资源分局', 'Planning'],
  ['fire', '消防救援大队', 'Fire and Rescue'],
  ['emergency', '应急管理局', 'Emergency Management'],
  ['transport', '交通运输局', 'Transport'],
  ['education', '教育局', 'Education'],
  ['civil_affairs', '民政局', 'Civil Affairs'],
  ['veterans', '退役军人事务局', 'Veterans Affairs'],
  ['medical_insurance', '医疗保障局', 'Medical Insurance'],
  ['human_resources', '人力资源和社会保障局', 'Human Resources'],
  ['health', '卫生健康局', 'Health'],
] as const
/** How the code of a unit writes a line. */
const dashed = (line: string): string => line.replaceAll('_', '-')

/** Every unit of the district, each with a telephone that nobody has: no exchange in China begins with 000. */
export const demoUnits = (areas: readonly DemoArea[]): DemoUnit[] =>
  unitsIn(areas).map((unit, at) => ({ ...unit, phone: `000-660${String(at).padStart(4, '0')}` }))

/** Centre, departments, street offices and teams, communities, service centres, firms. */
function unitsIn(areas: readonly DemoArea[]): DemoUnit[] {
  const [district] = areas
  const inDistrict = { parentCode: null, areaCode: district!.code }
  return [
    {
      ...inDistrict,
      code: 'centre',
      kind: 'centre',
      line: 'general',
      nameZh: '望江区社会治理中心',
      nameEn: 'Wangjiang Governance Centre',
    },
    ...departments.map(
      ([line, nameZh, nameEn]): DemoUnit => ({
        ...inDistrict,
        code: `dept-${dashed(line)}`,
        kind: 'department',
        line,
        nameZh: `望江区${nameZh}`,
        nameEn: `Wangjiang ${nameEn}`,
      }),
    ),
    ...areas.flatMap((area) => {
      if (area.kind === 'street') return streetUnits(area)
      if (area.kind === 'community') return communityUnits(area)
      return area.estateKind === 'new' || area.estateKind === 'old' ? [propertyFirm(area)] : []
    }),
  ]
}

const streetStem = (code: string): string => code.slice(0, 9)

function streetUnits({ code, nameZh, nameEn }: DemoArea): DemoUnit[] {
  const stem = streetStem(code)
  const place = nameZh.replace(/街道|镇/, '')
  const placeEn = nameEn.replace(/ (Street|Town)$/, '')
  const office: DemoUnit = {
    code: `${stem}-office`,
    kind: 'street_office',
    line: 'general',
    nameZh: nameZh.endsWith('镇') ? `${nameZh}人民政府` : `${nameZh}办事处`,
    nameEn: `${nameEn} Office`,
    parentCode: null,
    areaCode: code,
  }
  const teams = departments.flatMap(([line, , departmentEn, teamZh]): DemoUnit[] =>
    teamZh === undefined
      ? []
      : [
          {
            code: `${stem}-${dashed(line)}`,
            kind: 'street_team',
            line,
            nameZh: `${place}${teamZh}`,
            nameEn: `${placeEn} ${departmentEn} Team`,
            parentCode: `dept-${dashed(line)}`,
            areaCode: code,
          },
        ],
  )
  return [office, ...teams]
}

function communityUnits({ code, nameZh, nameEn, parentCode }: DemoArea): DemoUnit[] {
  const shared = { line: 'general', parentCode: `${streetStem(parentCode!)}-office`, areaCode: code }
  return [
    {
      ...shared,
      code: `${code}-community`,
      kind: 'community',
      nameZh: nameZh.endsWith('村') ? `${nameZh}村民委员会` : `${nameZh}居民委员会`,
      nameEn: `${nameEn} Committee`,
    },
    {
      ...shared,
      code: `${code}-services`,
      kind: 'service_centre',
      nameZh: `${nameZh}便民服务中心`,
      nameEn: `${nameEn} Service Centre`,
    },
  ]
}

const propertyFirm = ({ code, nameZh, nameEn }: DemoArea): DemoUnit => ({
  code: `${code}-property`,
  kind: 'property_firm',
  line: 'general',
  nameZh: `${nameZh}物业服务中心`,
  nameEn: `${nameEn} Property Services`,
  parentCode: null,
  areaCode: code,
})
