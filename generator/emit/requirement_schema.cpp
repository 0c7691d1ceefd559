#include "emit/requirement_schema.h"

namespace kanon {

std::string_view requirement_schema() {
  return R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Requirements",
  "description": "The requirement catalogs that this site publishes, and their requirements, as they are on the day that the site shows.",
  "type": "object",
  "properties": {
    "version": {
      "description": "The version of this format. It changes when a field is removed or gets another meaning, not when one is added.",
      "const": 1
    },
    "catalogs": {
      "description": "Sorted by id.",
      "type": "array",
      "items": {"$ref": "#/$defs/catalog"}
    },
    "requirements": {
      "description": "By catalog, in the catalog's order. What a catalog inherits stands under the catalog that has it.",
      "type": "array",
      "items": {"$ref": "#/$defs/requirement"}
    }
  },
  "required": ["version", "catalogs", "requirements"],
  "$defs": {
    "id": {
      "description": "Names an item for good. Unique on the site.",
      "type": "string",
      "pattern": "^[a-z0-9][a-z0-9-]*$"
    },
    "requirement_id": {
      "description": "Names a requirement for good. Unique on the site.",
      "type": "string",
      "pattern": "^[A-Za-z0-9][A-Za-z0-9.-]*$"
    },
    "dotted": {
      "description": "Whole numbers with dots between, compared number by number.",
      "type": "string",
      "pattern": "^[0-9]+(\\.[0-9]+)*$"
    },
    "text": {"description": "Plain text in the site's language. Null if not known.", "type": ["string", "null"]},
    "address": {
      "description": "Where this site has it, from the site's own folder. Null where it hasn't.",
      "type": ["string", "null"],
      "pattern": "^/"
    },
    "catalog": {
      "type": "object",
      "properties": {
        "id": {"$ref": "#/$defs/id"},
        "title": {"type": "string"},
        "version": {"$ref": "#/$defs/dotted"},
        "level": {"description": "The classification level that the catalog serves.", "$ref": "#/$defs/text"},
        "classification": {"description": "Who may see the catalog.", "type": "string"},
        "owner": {"$ref": "#/$defs/text"},
        "extends": {
          "description": "The catalog whose requirements it inherits, and in which version. Null if there is none.",
          "anyOf": [{"$ref": "#/$defs/release"}, {"type": "null"}]
        },
        "fingerprint": {
          "description": "The seal of its release in data/ledger.json. Null for a draft.",
          "type": ["string", "null"],
          "pattern": "^[0-9a-f]{64}$"
        },
        "address": {"$ref": "#/$defs/address"},
        "phases": {"type": "array", "items": {"$ref": "#/$defs/phase"}},
        "recommendations": {"type": "array", "items": {"$ref": "#/$defs/recommendation"}}
      },
      "required": [
        "id", "title", "version", "level", "classification", "owner", "extends", "fingerprint", "address", "phases", "recommendations"
      ],
      "additionalProperties": false
    },
    "release": {
      "type": "object",
      "properties": {"id": {"$ref": "#/$defs/id"}, "version": {"$ref": "#/$defs/dotted"}},
      "required": ["id", "version"],
      "additionalProperties": false
    },
    "phase": {
      "description": "Local to its catalog and those that extend it.",
      "type": "object",
      "properties": {"id": {"type": "string"}, "title": {"type": "string"}},
      "required": ["id", "title"],
      "additionalProperties": false
    },
    "recommendation": {
      "description": "Local to its catalog and those that extend it.",
      "type": "object",
      "properties": {"id": {"type": "string"}, "phase": {"$ref": "#/$defs/text"}, "text": {"type": "string"}},
      "required": ["id", "phase", "text"],
      "additionalProperties": false
    },
    "requirement": {
      "type": "object",
      "properties": {
        "id": {"$ref": "#/$defs/requirement_id"},
        "catalog": {"description": "The catalog that has it.", "$ref": "#/$defs/id"},
        "phase": {"$ref": "#/$defs/text"},
        "theme": {"$ref": "#/$defs/text"},
        "text": {"description": "What must be met.", "type": "string"},
        "kind": {"description": "Whether it must always be met, or is to be met where nothing speaks against it.", "enum": ["minimum", "standard"]},
        "form": {"description": "Whether it names the effect or prescribes the solution.", "enum": ["effect", "solution"]},
        "verification": {"description": "How fulfilment is shown.", "$ref": "#/$defs/text"},
        "frequency": {
          "description": "How often: an ISO 8601 duration, or once. Null if not known.",
          "type": ["string", "null"],
          "pattern": "^(P[0-9A-Z]+|once)$"
        },
        "recommendations": {"description": "The recommendations that it carries out.", "type": "array", "items": {"type": "string"}},
        "controls": {
          "description": "Controls of Annex A of ISO/IEC 27001:2022.",
          "type": "array",
          "items": {"type": "string", "pattern": "^A\\.[5-8]\\.[0-9]+$"}
        },
        "derives_from": {
          "description": "The requirements that it is derived from.",
          "type": "array",
          "items": {"$ref": "#/$defs/requirement_id"}
        },
        "note": {"$ref": "#/$defs/text"},
        "implemented_in": {
          "description": "The documents that implement it, and in which of their sections.",
          "type": "array",
          "items": {"$ref": "#/$defs/implementation"}
        },
        "address": {"$ref": "#/$defs/address"}
      },
      "required": [
        "id", "catalog", "phase", "theme", "text", "kind", "form", "verification", "frequency", "recommendations", "controls",
        "derives_from", "note", "implemented_in", "address"
      ],
      "additionalProperties": false
    },
    "implementation": {
      "type": "object",
      "properties": {
        "document": {"$ref": "#/$defs/id"},
        "section": {"description": "The anchor of the section. Null for the document as a whole.", "type": ["string", "null"]}
      },
      "required": ["document", "section"],
      "additionalProperties": false
    }
  }
}
)";
}

}  // namespace kanon
