// docxtemplater as its documentation has it: a zip, a document, rendered and written.
'use strict'
const fs = require('fs')
const PizZip = require('pizzip')
const Docxtemplater = require('docxtemplater')
const serve = require('./serving.js')

const [template, data, out] = process.argv.slice(2, 5)
const values = JSON.parse(fs.readFileSync(data, 'utf8'))

serve((path) => {
  const zip = new PizZip(fs.readFileSync(template, 'binary'))
  const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true })
  document.render(values)
  fs.writeFileSync(path, document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }))
}, out)
