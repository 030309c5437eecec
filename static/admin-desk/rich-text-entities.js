// Two buttons of the rich text editor: glossary terms and footnotes.
// Both open a window of the admin and put what was chosen into the text.
(() => {
  const { React, DraftJS, draftail } = window;
  const { EditorState, Modifier, RichUtils } = DraftJS;

  /* What the windows share: take what was chosen, change the text, close. */
  class WindowSource extends draftail.ModalWorkflowSource {
    onChosen(data) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState
        .getCurrentContent()
        .createEntity(entityType.type, this.mutability(), this.filterEntityData(data));
      const changed = this.insert(editorState, content.getLastCreatedEntityKey(), data);
      this.workflow.close();
      onComplete(changed);
    }
  }

  /* Words tied to a glossary term. Without a selection the term itself is written. */
  class TermSource extends WindowSource {
    mutability() {
      return "MUTABLE";
    }

    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.termChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(data) {
      return { id: data.id, title: data.title };
    }

    insert(editorState, entityKey, data) {
      const selection = editorState.getSelection();
      if (!selection.isCollapsed()) return RichUtils.toggleLink(editorState, selection, entityKey);
      const content = Modifier.replaceText(editorState.getCurrentContent(), selection, data.title, null, entityKey);
      return EditorState.push(editorState, content, "insert-characters");
    }
  }

  /* A note hung on the end of the selection; an existing mark keeps its place. */
  class FootnoteSource extends WindowSource {
    mutability() {
      return "IMMUTABLE";
    }

    /* The mark being changed, if it is one: the selection may lie in a link or a term as well. */
    mark() {
      const { entity, entityType } = this.props;
      return entity && entity.getType() === entityType.type ? entity : null;
    }

    getChooserConfig() {
      const mark = this.mark();
      return {
        url: this.props.entityType.chooserUrls.footnoteForm,
        urlParams: mark ? { note: mark.getData().note } : {},
        onload: {
          form(modal) {
            modal.ajaxifyForm(modal.body.find("form"));
            modal.body.find("textarea").trigger("focus");
          },
          footnote_chosen(modal, json) {
            modal.respond("footnoteChosen", json.result);
          },
        },
        responses: { footnoteChosen: this.onChosen },
      };
    }

    filterEntityData(data) {
      return { note: data.note };
    }

    insert(editorState, entityKey) {
      const content = editorState.getCurrentContent();
      const selection = editorState.getSelection();
      if (this.mark()) {
        return EditorState.push(editorState, Modifier.applyEntity(content, selection, entityKey), "apply-entity");
      }
      const offset = selection.getEndOffset();
      const end = selection.merge({
        anchorKey: selection.getEndKey(),
        anchorOffset: offset,
        focusKey: selection.getEndKey(),
        focusOffset: offset,
        isBackward: false,
      });
      return EditorState.push(editorState, Modifier.insertText(content, end, "*", null, entityKey), "insert-characters");
    }
  }

  const decorator = (icon, label) => (props) => {
    const data = props.contentState.getEntity(props.entityKey).getData();
    return React.createElement(draftail.TooltipEntity, { ...props, icon, label: label(data) }, props.children);
  };

  draftail.registerPlugin({ type: "TERM", source: TermSource, decorator: decorator("#icon-help", (data) => data.title || "") }, "entityTypes");
  draftail.registerPlugin(
    { type: "FOOTNOTE", source: FootnoteSource, decorator: decorator("#icon-superscript", (data) => data.note) },
    "entityTypes",
  );
})();
