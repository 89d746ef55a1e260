package io.redoubt.questionnaire.form;

/**
 * What an answer to a question of somebody else's template says about one of ours, as far as it says anything.
 *
 * @param question of the template
 * @param answer to it
 * @param target id of our question
 * @param value that it gives there; never more than the answer says
 * @param why a reviewer agreed to it
 */
public record Gives(String question, String answer, String target, String value, String why) {}
