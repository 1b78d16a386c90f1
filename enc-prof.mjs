import { codePages } from './dist/repairs/encoding/code-pages.js';
import { repairEncoding } from './dist/repairs/encoding/repair-encoding.js';
import { readFileSync } from 'node:fs';
const rows=readFileSync('tests/repairs/encoding/languages.tsv','utf8').trimEnd().split('\n').slice(1).map(l=>l.split('\t'));
const lang=process.argv[2]; const t=rows.filter(r=>r[0]===lang).map(r=>r[1]).join(' ');
const p=codePages()[0]; let d='';for(const b of new TextEncoder().encode(t)) d+=b<128?String.fromCharCode(b):p.upper[b-128];
d=Buffer.from(d.repeat(Math.ceil(2e6/Buffer.byteLength(d)))).toString();
for(let i=0;i<8;i++){const s=performance.now();const e=repairEncoding(d);console.log((performance.now()-s).toFixed(0),'ms',e.length,(Buffer.byteLength(d)/1e3/(performance.now()-s)).toFixed(1));}
