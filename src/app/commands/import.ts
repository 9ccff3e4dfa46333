import { Argument, type Command, Option } from 'commander'
import { type CommandFile, groups, run } from '../command.ts'
import { importMessageFile, importRequestFile } from '../import-cases.ts'
import { importAreaFile, importCatalogue } from '../import-frame.ts'
import { importRegister, undoImportOfRegister } from '../import-register.ts'

const notes = `
退出码 Exit codes:
  0  已导入，个别行有误也算（列在结果和退回表里） done, also where single rows were refused: these are named
  1  整个文件被拒绝：读不出、缺列、没有区 the file itself was refused
  2  用法不对 wrong usage
同一来源的同一编号只进一次，重复导入或中断后再次导入都是安全的。
A number of a source comes in once: sending a file again, or after an interruption, is safe.`

export const command: CommandFile = (linli) => {
  const imports = linli
    .command('import')
    .helpGroup(groups.inAndOut)
    .description('导入文件 bring a file in')
    .addHelpText('after', notes)
  kind(
    imports,
    'areas',
    '区域表、官方区划代码表或 GeoJSON  sheet of areas, official code list or GeoJSON (.xlsx, .csv, .json, .geojson)',
  ).action((file: string, _options, self) => run(self, (its) => importAreaFile(its, file)))
  kind(imports, 'catalogue', '公共事务目录 catalogue of public matters (.csv, .xlsx)').action(
    (file: string, _options, self) => run(self, (its) => importCatalogue(its, file)),
  )
  register(imports)
  fromSystem(
    kind(
      imports,
      'messages',
      '热线或留言板的诉求，连同答复 messages of a hotline, with replies (.xlsx, .csv)',
    ),
    'messages',
    '区的时区 the district’s',
  ).action((file: string, options, self) => run(self, (its) => importMessageFile(its, file, options)))
  fromSystem(
    kind(imports, 'requests', '其他城市的服务请求 another city’s service requests (.csv, .csv.gz)'),
    'requests',
    'America/New_York',
  ).action((file: string, options, self) => run(self, (its) => importRequestFile(its, file, options)))
}

const register = (imports: Command): void => {
  kind(imports, 'register', '实有人口、实有房屋名册 register of homes and people (.xlsx, .csv)')
    .addOption(new Option('--try', '只读取，说明会有什么变化 only say what would change'))
    .addOption(new Option('--returned <file>', '退回表的位置 where the sheet of refused rows goes (.xlsx)'))
    .action((file: string, options, self) => run(self, (its) => importRegister(its, file, options)))
  imports
    .command('undo-register')
    .description('撤销一次名册导入 undo an import of the register')
    .addArgument(new Argument('<id>', '导入的编号 id of the import'))
    .action((id: string, _options, self) => run(self, (its) => undoImportOfRegister(its, id)))
}

const kind = (imports: Command, name: string, description: string): Command =>
  imports
    .command(name)
    .description(description)
    .addArgument(new Argument('<file>', '文件 file'))
    .addHelpText('after', notes)

const fromSystem = (command: Command, source: string, timeZone: string): Command =>
  command
    .addOption(
      new Option('--source <name>', `来源系统的名称，默认 ${source}  name of the system it comes from`),
    )
    .addOption(
      new Option('--time-zone <zone>', `文件中时间的时区，默认${timeZone}  zone of the file’s times`),
    )
    .addOption(new Option('--returned <file>', '退回表的位置 where the sheet of refused rows goes (.xlsx)'))
