import type { EstateKind } from '../areas/contract.ts'
import type { Checklist, ChecklistItem } from './contract.ts'

const fireLaw = '《中华人民共和国消防法》（2021年4月29日修正）'
const highRise = '《高层民用建筑消防安全管理规定》（应急管理部令第5号，2021年8月1日起施行）'

const item = (
  code: string,
  kind: ChecklistItem['kind'],
  zh: string,
  en: string,
  matter: string | null,
  basis: string | null = null,
): ChecklistItem => ({ code, kind, zh, en, matter, basis })

/** Looked at everywhere. */
const everywhere: readonly ChecklistItem[] = [
  item(
    'fire_exit',
    'hazard',
    '疏散通道、安全出口被堵',
    'Escape route or fire exit blocked',
    'SA02',
    `${fireLaw}第二十八条`,
  ),
  item('fire_lane', 'hazard', '消防车通道被占', 'Fire lane blocked', 'SA01', `${fireLaw}第二十八条`),
  item(
    'e_bike',
    'hazard',
    '电动自行车在楼道停放、充电',
    'E-bikes parked or charged in the stairwell',
    'SA03',
    // They block the way out of every house; the rule on high-rise buildings says more for those alone.
    `${fireLaw}第二十八条；高层另见${highRise}第三十七条`,
  ),
  item(
    'outer_wall',
    'hazard',
    '外墙、阳台、招牌松动要掉',
    'Outer wall, balcony or sign about to fall',
    'SA07',
    '《中华人民共和国民法典》（2021年1月1日起施行）第一千二百五十三条',
  ),
  item('wiring', 'hazard', '私拉乱接电线', 'Unlawful wiring', 'SA10', `${fireLaw}第二十七条`),
  item(
    'gas',
    'hazard',
    '用气不安全：软管老化、瓶装气乱放',
    'Unsafe use of gas: old hoses, bottles kept anywhere',
    'SA11',
    '《城镇燃气管理条例》（2016年2月6日修订）第二十八条',
  ),
  item(
    'manhole',
    'facility',
    '井盖',
    'Manhole covers',
    'FA03',
    '《中华人民共和国民法典》（2021年1月1日起施行）第一千二百五十八条',
  ),
  item('lighting', 'facility', '楼道和路上的灯', 'Lights in stairwells and on the paths', 'FA02'),
  item(
    'extinguisher',
    'facility',
    '灭火器、消火栓',
    'Fire extinguishers and hydrants',
    'SA05',
    `${fireLaw}第十六条、第二十八条`,
  ),
]

const lift = item(
  'lift',
  'facility',
  '电梯',
  'Lifts',
  'HO03',
  '《中华人民共和国特种设备安全法》（2014年1月1日起施行）第四十五条',
)
const charging = item('charging', 'facility', '电动自行车充电桩', 'Charging points for e-bikes', 'SA04')
const gates = item('gates', 'facility', '门禁、监控', 'Gates and cameras', 'HO18')
const fitness = item('fitness', 'facility', '健身器材、座椅', 'Fitness equipment and benches', 'FA14')
const drains = item('drains', 'facility', '排水管道、化粪池', 'Drains and septic tank', 'HO19')
const bearing = item(
  'bearing',
  'hazard',
  '拆改承重墙',
  'Bearing walls taken down or altered',
  'HO11',
  '《住宅室内装饰装修管理办法》（建设部令第110号，2002年5月1日起施行）第五条',
)
const oldHouse = item('old_house', 'hazard', '房屋开裂、倾斜', 'House cracked or leaning', 'HO12')
const slope = item('slope', 'hazard', '围墙、边坡要塌', 'Wall or slope about to give way', 'SA09')
const lettings = item(
  'lettings',
  'hazard',
  '群租、住人的库房',
  'Overcrowded lettings, people living in stores',
  'SA12',
)

const lists: Readonly<
  Record<EstateKind, { readonly periodDays: number; readonly items: readonly ChecklistItem[] }>
> = {
  new: { periodDays: 30, items: [...everywhere, bearing, lift, charging, gates, fitness] },
  old: { periodDays: 14, items: [...everywhere, oldHouse, slope, lift, charging, gates, drains, fitness] },
  unmanaged: { periodDays: 7, items: [...everywhere, oldHouse, slope, lettings, charging, drains] },
}

/** The list that Linli comes with for a kind of estate, until district or street announce their own. Periods are own. */
export const startingChecklist = (estateKind: EstateKind): Checklist => ({
  id: null,
  area: null,
  estateKind,
  validFrom: null,
  periodDays: lists[estateKind].periodDays,
  items: [...lists[estateKind].items],
})
