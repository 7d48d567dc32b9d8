// planted: plants each bug of tests/Planted/bugs.json in a copy, runs the simulation seed by seed, and prints bug × seeds needed.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.argv[2], seeds = Number(process.argv[3] ?? 300);
const bugs = JSON.parse(readFileSync(join(root, 'tests/Planted/bugs.json'), 'utf8'));
const copy = mkdtempSync(join(tmpdir(), 'hotline-planted.'));
let missed = 0;
try {
  const files = execFileSync('git', ['-C', root, 'ls-files', 'src/Routing', 'tests/Routing.Tests', 'src/Tickets', 'tests/Tickets.Tests', 'config', 'Hotline.sln', 'tests/Testkit', 'src', '*.props', '*.json', '*.txt', '.editorconfig', 'tests/Directory.Build.props'], { encoding: 'utf8' });
  for (const file of new Set(files.trim().split('\n'))) if (!file.startsWith('src/AgentHub/desk')) cpSync(join(root, file), join(copy, file), { recursive: true });
  console.log(`| bug | seeds needed (of ${seeds}, of tickets 20 times as many) | what said so |\n|---|---|---|`);
  for (const { bug, project = 'Routing', file, from, to } of bugs) {
    const path = join(copy, 'src', project, file), clean = readFileSync(path, 'utf8');
    if (clean.split(from).length !== 2) throw new Error(`${bug}: its place in ${file} is not there exactly once`);
    writeFileSync(path, clean.replace(from, () => to));
    const [needed, why] = run(project);
    if (needed === null) missed++;
    console.log(`| ${bug} | ${needed ?? 'NOT FOUND'} | ${why} |`);
    writeFileSync(path, clean);
  }
} finally { rmSync(copy, { recursive: true, force: true }); }
process.exit(missed);

function run(project) {
  const build = spawnSync('dotnet', ['build', '-c', 'Release', '--nologo', '-v', 'q', `tests/${project}.Tests`, '-p:TreatWarningsAsErrors=false', '-p:EnforceCodeStyleInBuild=false', '-p:RunAnalyzers=false'], { cwd: copy, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`does not build:\n${build.stdout}`);
  const test = spawnSync('dotnet', ['test', '--no-build', '-c', 'Release', '--no-ansi', '--no-progress', '--project', `tests/${project}.Tests`, '--filter-class', '*SimulationTests'],
    { cwd: copy, encoding: 'utf8', env: { ...process.env, HOTLINE_SEEDS: String(seeds), HOTLINE_LOOP_SEEDS: String(seeds * 20), HOTLINE_SEEDS_IN_ORDER: '1' }, maxBuffer: 1 << 28 });
  const found = /seed (\d+) after \d+ inputs: ([^\n]*)/.exec(test.stdout);
  return found ? [Number(found[1]), found[2].trim().replaceAll('|', '/').slice(0, 80)] : [null, test.status === 0 ? 'all green' : 'failed otherwise'];
}
